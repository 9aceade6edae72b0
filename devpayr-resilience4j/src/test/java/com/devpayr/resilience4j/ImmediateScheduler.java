package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A scheduler that skips backoffs but waits for deadlines in real time. */
final class ImmediateScheduler implements Scheduler {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final AtomicLong skipped = new AtomicLong();

    @Override
    public long nanoTime() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public void sleep(Duration duration) {
        skipped.addAndGet(duration.toNanos());
    }

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        if (delay.compareTo(DEADLINE) >= 0) {
            return Scheduler.system().schedule(task, delay);
        }
        skipped.addAndGet(delay.toNanos());
        return Scheduler.system().schedule(task, Duration.ZERO);
    }
}
