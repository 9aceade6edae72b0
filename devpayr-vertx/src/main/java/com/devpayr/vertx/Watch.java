package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells when an exchange has taken too long, as a whole or since its last sign of life. One timer: a sign of life is only
 * noted, and the timer that would have been set anew for it looks at the note when it fires. A timer that is set or
 * cancelled by another thread than its event loop wakes that thread up, which took longer than the rest of a call.
 */
final class Watch {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Runnable late;
    private final long callNanos;
    private final long readNanos;
    private final long started = System.nanoTime();
    private volatile long heard = started;
    private volatile long timer = NO_TIMER;
    private volatile boolean stopped;

    /**
     * @param late run once when it has taken too long, on the context on which the watch was started
     */
    Watch(Vertx vertx, DevPayrConfig config, Runnable late) {
        this.vertx = vertx;
        this.late = late;
        this.callNanos = nanos(config.callTimeout());
        this.readNanos = nanos(config.readTimeout());
    }

    /** What is too long for a number of nanoseconds is for ever. */
    private static long nanos(Duration duration) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(1, duration.toMillis()));
    }

    /** Begins to look. */
    void start() {
        arm(Math.min(callNanos, readNanos));
    }

    /** Notes a sign of life; by any thread. */
    void progress() {
        heard = System.nanoTime();
    }

    /** Lets go of the timer; by any thread, and also while it fires. */
    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(millis(nanos), fired -> look());
        if (stopped) {
            vertx.cancelTimer(timer);
        }
    }

    /** Rounded up, so that a timer seldom comes too early and has to be set once more. */
    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - 1) + 1;
    }

    private void look() {
        long now = System.nanoTime();
        long left = Math.min(callNanos - (now - started), readNanos - (now - heard));
        if (stopped) {
            return;
        }
        if (left > 0) {
            arm(left);
        } else {
            late.run();
        }
    }
}
