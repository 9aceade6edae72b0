package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits on the JDK's shared timer thread and runs tasks on the JDK's common pool. */
final class SystemScheduler implements Scheduler {
    static final SystemScheduler INSTANCE = new SystemScheduler();

    private SystemScheduler() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /**
     * Cancelled by completing the future with false: cancelling it would fail every dependent stage and fill in a stack
     * trace for each.
     */
    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        CompletableFuture<Boolean> due =
                new CompletableFuture<Boolean>().completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
        due.thenAccept(elapsed -> {
            if (elapsed) {
                due.defaultExecutor().execute(task);
            }
        });
        return () -> due.complete(false);
    }
}
