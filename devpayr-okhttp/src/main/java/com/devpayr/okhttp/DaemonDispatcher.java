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
 * Runs asynchronous calls on daemon threads. OkHttp holds a thread for as long as a call waits for its answer, so that
 * many calls take virtual threads, or turns.
 */
final class DaemonDispatcher {
    /** How many calls run at a time where each takes a platform thread. */
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

    /** Null before Java 21. */
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
