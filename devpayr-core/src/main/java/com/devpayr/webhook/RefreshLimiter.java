package com.devpayr.webhook;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a task on request, at most once per interval. A request within the interval is served at its end. */
final class RefreshLimiter {
    private final Runnable task;
    private final long interval;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private @Nullable Long lastRun;
    private boolean scheduled;

    RefreshLimiter(Runnable task, Duration interval, Scheduler scheduler, LongSupplier nanoTime) {
        this.task = task;
        this.interval = interval.toNanos();
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
    }

    /** A scheduler of delayed tasks. */
    @FunctionalInterface
    interface Scheduler {
        void schedule(Runnable task, Duration delay);
    }

    void request() {
        Duration delay = reserve();
        if (delay == null) {
            return;
        }
        if (delay.isZero()) {
            task.run();
        } else {
            scheduler.schedule(this::runScheduled, delay);
        }
    }

    /** Returns the delay until the next run; null if a run is scheduled already. */
    private synchronized @Nullable Duration reserve() {
        if (scheduled) {
            return null;
        }
        long now = nanoTime.getAsLong();
        long remaining = lastRun == null ? 0 : interval - (now - lastRun);
        if (remaining <= 0) {
            lastRun = now;
            return Duration.ZERO;
        }
        scheduled = true;
        return Duration.ofNanos(remaining);
    }

    private void runScheduled() {
        synchronized (this) {
            scheduled = false;
            lastRun = nanoTime.getAsLong();
        }
        task.run();
    }
}
