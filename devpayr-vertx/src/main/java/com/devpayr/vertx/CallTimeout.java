package com.devpayr.vertx;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The call timeout and the read timeout of one call, with one timer. Progress only updates a timestamp, which the timer checks
 * when it fires. Resetting the timer from another thread would wake up its event loop, which takes longer than the rest of a
 * call.
 */
final class CallTimeout {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Duration callTimeout;
    private final String callSetting;
    private final Duration readTimeout;
    private final BiConsumer<Duration, String> listener;
    private final long callNanos;
    private final long readNanos;
    private final long started = System.nanoTime();
    private volatile long lastProgress = started;
    private volatile long timer = NO_TIMER;
    private volatile boolean isStopped;

    /**
     * Creates a timeout that is not started. The call timeout is measured from now.
     *
     * @param callSetting name of the call timeout's setting
     * @param listener called at most once, on the context that started the timeout, with the expired timeout and the name of its
     *     setting
     */
    CallTimeout(
            Vertx vertx,
            Duration callTimeout,
            String callSetting,
            Duration readTimeout,
            BiConsumer<Duration, String> listener) {
        this.vertx = vertx;
        this.callTimeout = callTimeout;
        this.callSetting = callSetting;
        this.readTimeout = readTimeout;
        this.listener = listener;
        this.callNanos = nanos(callTimeout);
        this.readNanos = nanos(readTimeout);
    }

    /** Returns a duration in nanoseconds, or the largest value for a longer duration. */
    private static long nanos(Duration duration) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(1, duration.toMillis()));
    }

    /** Starts the timer on the current context. */
    void start() {
        schedule(Math.min(callNanos, readNanos));
    }

    /** Restarts the read timeout. May be called by any thread. */
    void progress() {
        lastProgress = System.nanoTime();
    }

    /** Stops the timer. May be called by any thread, also while the timer fires. */
    void stop() {
        isStopped = true;
        vertx.cancelTimer(timer);
    }

    private void schedule(long nanos) {
        timer = vertx.setTimer(millis(nanos), fired -> check());
        if (isStopped) {
            vertx.cancelTimer(timer);
        }
    }

    /** Rounds up, since a timer that fires too early has to be set again. */
    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
    }

    private void check() {
        if (isStopped) {
            return;
        }
        long now = System.nanoTime();
        long callRemaining = callNanos - (now - started);
        long readRemaining = readNanos - (now - lastProgress);
        if (callRemaining <= 0) {
            listener.accept(callTimeout, callSetting);
        } else if (readRemaining <= 0) {
            listener.accept(readTimeout, "readTimeout");
        } else {
            schedule(Math.min(callRemaining, readRemaining));
        }
    }
}
