package com.devpayr.spring;

import java.util.concurrent.Executor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The executor that runs the calls of an asynchronous client over a blocking transport. Uses virtual threads if {@code
 * spring.threads.virtual.enabled} is set.
 */
public final class AsyncCallExecutor {
    private AsyncCallExecutor() {}

    /** Returns the application's primary or only task executor, or else an executor that starts a thread for each call. */
    public static Executor of(ObjectProvider<AsyncTaskExecutor> executors) {
        return executors.getIfUnique(() -> new SimpleAsyncTaskExecutor("devpayr-"));
    }
}
