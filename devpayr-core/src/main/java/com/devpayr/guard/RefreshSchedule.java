package com.devpayr.guard;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The delays between license checks, in milliseconds. Jittered, so that processes started together check separately. */
final class RefreshSchedule {
    private static final long INITIAL_BACKOFF = Duration.ofMinutes(1).toMillis();
    private static final long MAX_INITIAL_DELAY = Duration.ofSeconds(30).toMillis();
    private static final long CLOCK_TOLERANCE = Duration.ofMinutes(5).toMillis();
    private static final int MAX_DOUBLINGS = 16;

    private final long interval;
    private final RandomGenerator random;

    RefreshSchedule(Duration interval, RandomGenerator random) {
        this.interval = interval.toMillis();
        this.random = random;
    }

    long interval() {
        return interval;
    }

    /** Returns the delay after a response: 85 to 95 % of the interval, so that the next response arrives before it ends. */
    long delayAfterResponse() {
        return between(interval - 3 * interval / 20, interval - interval / 20);
    }

    /**
     * Returns the delay after a failure: exponential backoff from one minute up to the interval, randomly reduced by up to
     * half. At least the requested {@code Retry-After}, which counts up to the interval: one response, which need not be
     * DevPayr's, must not delay the next check for longer than that.
     *
     * @param failures the number of consecutive failures, at least 1
     * @param retryAfter the wait that DevPayr requested; null if none
     */
    long delayAfterFailure(int failures, @Nullable Duration retryAfter) {
        long backoff = Math.min(interval, INITIAL_BACKOFF << Math.min(failures - 1, MAX_DOUBLINGS));
        return atLeast(retryAfter, between(backoff / 2, backoff));
    }

    private long atLeast(@Nullable Duration retryAfter, long delay) {
        if (retryAfter == null) {
            return delay;
        }
        Duration limit = Duration.ofMillis(interval);
        long requested = (retryAfter.compareTo(limit) > 0 ? limit : retryAfter).toMillis();
        return Math.max(delay, Math.min(interval, between(requested, requested + requested / 10)));
    }

    /** Returns the delay before a response that was not recognized is confirmed: 30 to 60 seconds, or {@code Retry-After}. */
    long delayBeforeConfirmation(@Nullable Duration retryAfter) {
        long shortest = minDelayBeforeConfirmation();
        return atLeast(retryAfter, between(shortest, 2 * shortest));
    }

    /** Returns the minimum time between two responses that were not recognized, for the second one to confirm the first. */
    long minDelayBeforeConfirmation() {
        return Math.min(interval, INITIAL_BACKOFF) / 2;
    }

    /** Returns the longest delay of all, and a margin for the clocks of machines that share a lease. */
    long maxDelay() {
        return interval + CLOCK_TOLERANCE;
    }

    /** Returns the delay of the first check after the start: at most 30 seconds. */
    long initialDelay() {
        return between(0, Math.min(interval, MAX_INITIAL_DELAY));
    }

    private long between(long min, long max) {
        return min + (long) (random.nextDouble() * (max - min));
    }
}
