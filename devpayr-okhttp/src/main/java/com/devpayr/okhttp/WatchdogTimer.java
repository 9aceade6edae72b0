package com.devpayr.okhttp;

import com.devpayr.config.DevPayrConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okio.AsyncTimeout;

/**
 * A timer that expires before the timeouts of all calls. Okio's watchdog thread waits for the first timer in its queue and is
 * woken up whenever another timer becomes the first. Without this one, that happens several times in each call: when it starts,
 * writes and reads.
 *
 * <p>Expires at most once a second, and only while calls are made.
 */
final class WatchdogTimer extends AsyncTimeout {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean used;

    /** Creates a timer whose period is shorter than the timeouts of a configuration. */
    WatchdogTimer(DevPayrConfig config) {
        this(shorter(
                LONGEST, shorter(config.readTimeout(), config.callTimeout()).dividedBy(2)));
    }

    WatchdogTimer(Duration period) {
        timeout(Math.max(1, period.toNanos()), TimeUnit.NANOSECONDS);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Keeps the timer running for another period. */
    void keepRunning() {
        if (!used) {
            used = true; // a write for each call would slow down the other threads
        }
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            enter();
        }
    }

    @Override
    protected void timedOut() {
        exit();
        if (used) {
            used = false;
            enter();
        } else {
            scheduled.set(false);
        }
    }
}
