package com.devpayr.resilience4j;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, in which back-offs are over at once; deadlines are not. */
final class HurriedTimer implements Timer {
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
            return Timer.system().schedule(task, delay);
        }
        skipped.addAndGet(delay.toNanos());
        return Timer.system().schedule(task, Duration.ZERO);
    }
}
