package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits on the JDK's own timer, which every process has one of, and leaves it at once for the JDK's pool. */
final class SystemTimer implements Timer {
    static final SystemTimer INSTANCE = new SystemTimer();

    private SystemTimer() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        CompletableFuture<@Nullable Void> due =
                new CompletableFuture<@Nullable Void>().completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
        due.thenRunAsync(task);
        return () -> due.cancel(false);
    }
}
