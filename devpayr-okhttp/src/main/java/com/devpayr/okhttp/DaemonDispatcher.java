package com.devpayr.okhttp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import org.jspecify.annotations.Nullable;

/**
 * Creates dispatchers that run asynchronous calls on daemon threads. OkHttp blocks a thread until the response has arrived, so
 * virtual threads are used if available, or else a limited number of platform threads.
 */
final class DaemonDispatcher {
    /** The maximum number of concurrent calls if each one requires a platform thread. */
    static final int THREADS = 16;

    private static final int MAX_REQUESTS = 1024;
    private static final long IDLE_SECONDS = 5;

    private DaemonDispatcher() {}

    static Dispatcher create() {
        ExecutorService virtual = virtualThreads();
        Dispatcher dispatcher = new Dispatcher(virtual == null ? platformThreads() : virtual);
        dispatcher.setMaxRequests(MAX_REQUESTS);
        dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
        return dispatcher;
    }

    /** Returns an executor with virtual threads; null before Java 21. */
    private static @Nullable ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException unavailable) {
            return null;
        }
    }

    private static ExecutorService platformThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "devpayr-okhttp-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
