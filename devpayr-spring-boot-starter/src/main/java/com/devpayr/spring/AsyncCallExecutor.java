package com.devpayr.spring;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Who runs the calls of an asynchronous client over a transport that blocks: the application's own executor, whose
 * threads are virtual when {@code spring.threads.virtual.enabled} says so.
 */
public final class AsyncCallExecutor {
    private AsyncCallExecutor() {}

    /** The application's executor; a thread for each call when it has none, or several and none is the primary one. */
    public static Executor of(ObjectProvider<AsyncTaskExecutor> executors) {
        return executors.getIfUnique(() -> new SimpleAsyncTaskExecutor("devpayr-"));
    }
}
