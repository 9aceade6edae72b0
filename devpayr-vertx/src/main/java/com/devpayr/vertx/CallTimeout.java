package com.devpayr.vertx;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The call timeout and the read timeout of one call. A {@link TimeoutTimer} checks them; the call itself sets no timer, and only
 * records its progress. Safe for use by multiple threads.
 */
final class CallTimeout {
    private final Duration callTimeout;
    private final String callSetting;
    private final Duration readTimeout;
    private final long callNanos;
    private final long readNanos;
    private final long started = System.nanoTime();
    private volatile long lastProgress = started;

    /**
     * Creates a timeout. Both timeouts are measured from now.
     *
     * @param callSetting name of the call timeout's setting
     */
    CallTimeout(Duration callTimeout, String callSetting, Duration readTimeout) {
        this.callTimeout = callTimeout;
        this.callSetting = callSetting;
        this.readTimeout = readTimeout;
        this.callNanos = nanos(callTimeout);
        this.readNanos = nanos(readTimeout);
    }

    /** Returns a duration in nanoseconds, or the largest value for a longer duration. */
    private static long nanos(Duration duration) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(1, duration.toMillis()));
    }

    /** Returns the {@link System#nanoTime()} when this was created. */
    long started() {
        return started;
    }

    /** Restarts the read timeout. */
    void progress() {
        lastProgress = System.nanoTime();
    }

    /** Returns the nanoseconds until a timeout expires without progress; 0 or less if it has expired. */
    long remainingNanos(long now) {
        return Math.min(remainingOfCall(now), readNanos - (now - lastProgress));
    }

    private long remainingOfCall(long now) {
        return callNanos - (now - started);
    }

    /** Returns the timeout that has expired. One of them must have. */
    Duration expired(long now) {
        return isCallTimeoutExpired(now) ? callTimeout : readTimeout;
    }

    /** Returns the name of the setting of the timeout that has expired. One of them must have. */
    String expiredSetting(long now) {
        return isCallTimeoutExpired(now) ? callSetting : "readTimeout";
    }

    private boolean isCallTimeoutExpired(long now) {
        return remainingOfCall(now) <= 0;
    }
}
