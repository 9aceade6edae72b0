package com.devpayr.vertx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Checks the timeouts of all exchanges of a client with one timer, since setting and cancelling a timer for each call is expensive.
 * Most exchanges end long before their timeouts, so the timer is rarely set.
 *
 * <p>The timer is not one of Vert.x, which would be cancelled with the verticle that happened to set it.
 */
final class TimeoutTimer {
    /** The minimum delay of the timer, and therefore the maximum delay of a timeout. */
    private static final long MIN_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Limited so that the sum of a time and a delay does not overflow. */
    private static final long MAX_DELAY_NANOS = Long.MAX_VALUE / 2;

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

    /**
     * Sets the timer for an exchange that is in the set, unless it is set to an earlier time.
     *
     * @param now the current {@link System#nanoTime()}
     */
    void watch(Exchange exchange, long now) {
        setFor(now, exchange.remainingNanos(now));
    }

    /** Cancels the timer. */
    synchronized void cancel() {
        timer.cancel(false);
    }

    private void setFor(long now, long remaining) {
        long delay = Math.max(MIN_DELAY_NANOS, Math.min(remaining, MAX_DELAY_NANOS));
        long next = now - origin + delay;
        if (next < due) {
            set(next, delay);
        }
    }

    private synchronized void set(long next, long delay) {
        if (next < due) {
            CompletableFuture<@Nullable Void> created = new CompletableFuture<>();
            created.completeOnTimeout(null, delay, TimeUnit.NANOSECONDS); // if this throws, the current timer is kept
            timer.cancel(false);
            timer = created;
            due = next;
            created.thenRun(this::check);
        }
    }

    private void check() {
        due = NOT_SET; // an exchange that starts from now on sets the timer itself
        long now = System.nanoTime();
        long next = NOT_SET;
        List<Exchange> expired = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            long remaining = exchange.remainingNanos(now);
            if (remaining <= 0) {
                expired.add(exchange);
            }
            next = Math.min(next, remaining <= 0 ? Exchange.EXPIRY_RETRY_NANOS : remaining);
        }
        if (next != NOT_SET) {
            setFor(now, next);
        }
        expired.forEach(exchange -> exchange.expire(now));
    }
}
