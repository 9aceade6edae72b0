package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

    /** Ended by a value: a future that is cancelled fails all that hangs on it, each failure with a stack trace of its own. */
    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        CompletableFuture<Boolean> due =
                new CompletableFuture<Boolean>().completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
        due.thenAccept(isTime -> {
            if (isTime) {
                due.defaultExecutor().execute(task);
            }
        });
        return () -> due.complete(false);
    }
}
