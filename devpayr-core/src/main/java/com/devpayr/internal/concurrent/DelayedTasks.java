package com.devpayr.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a delay on the default executor of {@link CompletableFuture}, since they may block: the JDK has one timer thread. */
public final class DelayedTasks {
    private DelayedTasks() {}

    /** Schedules a task. Returns an action that cancels it. */
    public static Runnable schedule(Runnable task, Duration delay) {
        CompletableFuture<Boolean> due =
                new CompletableFuture<Boolean>().completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
        due.thenAccept(elapsed -> {
            if (elapsed) {
                due.defaultExecutor().execute(task);
            }
        });
        return () -> due.complete(
                false); // cancelling it would fail every dependent stage and fill in a stack trace for each
    }
}
