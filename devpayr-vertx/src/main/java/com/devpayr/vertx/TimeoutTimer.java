package com.devpayr.vertx;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the exchanges of a client whose timeouts have expired, with one timer for all of them. A timer for each exchange takes 5 %
 * of the CPU time of a call. Since most exchanges end long before their timeouts, the timer is hardly ever set.
 *
 * <p>The timer is not one of Vert.x, which would be cancelled with the verticle that happened to set it.
 */
final class TimeoutTimer {
    /** The precision of a timeout: many exchanges that expire one after the other are checked together. */
    private static final long MIN_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long NOT_SET = Long.MAX_VALUE;

    private final Set<Exchange> exchanges;
    private final long origin = System.nanoTime();
    private volatile long due = NOT_SET;
    private CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();

    /**
     * Creates a timer that is not set.
     *
     * @param exchanges the exchanges in progress; safe for iteration while they start and end
     */
    TimeoutTimer(Set<Exchange> exchanges) {
        this.exchanges = exchanges;
    }

    /** Sets the timer for an exchange that is in the set, unless it is set to an earlier time. */
    void watch(Exchange exchange) {
        long now = System.nanoTime();
        setFor(now, exchange.remainingNanos(now));
    }

    /** Cancels the timer. */
    synchronized void cancel() {
        timer.cancel(false);
    }

    private void setFor(long now, long remaining) {
        long delay = Math.min(remaining, NOT_SET / 2); // the sum of both must not overflow
        long next = now - origin + delay;
        if (next < due) {
            set(next, delay);
        }
    }

    private synchronized void set(long next, long delay) {
        if (next < due) {
            timer.cancel(false);
            due = next;
            timer = new CompletableFuture<>();
            timer.completeOnTimeout(null, Math.max(delay, MIN_DELAY_NANOS), TimeUnit.NANOSECONDS)
                    .thenRun(this::check);
        }
    }

    private void check() {
        due = NOT_SET; // an exchange that starts from now on sets the timer itself
        long now = System.nanoTime();
        long next = NOT_SET;
        for (Exchange exchange : exchanges) {
            long remaining = exchange.remainingNanos(now);
            if (remaining <= 0) {
                exchange.expire();
            } else {
                next = Math.min(next, remaining);
            }
        }
        if (next != NOT_SET) {
            setFor(now, next);
        }
    }
}
