package com.devpayr.okhttp;

import com.devpayr.config.DevPayrConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.AsyncTimeout;

/**
 * A timer that expires before the configured timeouts. Okio's watchdog thread waits for the first timer in its queue and is woken
 * up whenever another timer becomes the first. Without this one, that happens several times in each call: when it starts, writes
 * and reads.
 *
 * <p>Stays in the queue while calls are made concurrently. A single caller is faster without it, probably because waking up a
 * thread keeps the processor that receives the response from going idle. A call with a shorter timeout, or one that starts while
 * the timer ends, wakes up the watchdog as it does without the timer.
 */
final class WatchdogTimer extends AsyncTimeout {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** For shorter timeouts, expiring more often would cost more than it saves. */
    private static final Duration SHORTEST = Duration.ofMillis(10);

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile boolean used;

    /** Creates a timer that expires after half of the shorter timeout of a configuration, between 10 ms and 1 s. */
    WatchdogTimer(DevPayrConfig config) {
        this(periodFor(shorter(config.readTimeout(), config.callTimeout())));
    }

    WatchdogTimer(Duration period) {
        timeout(period.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Duration periodFor(Duration timeout) {
        Duration half = timeout.dividedBy(2);
        return half.compareTo(SHORTEST) < 0 ? SHORTEST : shorter(half, LONGEST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The application interceptor. Keeps the timer in the queue if another call is in progress. */
    Response intercept(Interceptor.Chain chain) throws IOException {
        if (inProgress.incrementAndGet() > 1) {
            keepRunning();
        }
        try {
            return chain.proceed(chain.request());
        } finally {
            inProgress.decrementAndGet();
        }
    }

    /** Keeps the timer in the queue for another period. */
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
