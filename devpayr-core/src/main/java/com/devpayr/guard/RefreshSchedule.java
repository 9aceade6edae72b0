package com.devpayr.guard;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to ask next. Random, so that copies that were started together do not ask together. */
final class RefreshSchedule {
    private static final long FIRST_BACK_OFF = Duration.ofMinutes(1).toMillis();
    private static final long LONGEST_START = Duration.ofSeconds(30).toMillis();
    private static final long LONGEST_RETRY_AFTER = Duration.ofDays(1).toMillis();
    private static final int MOST_DOUBLINGS = 16;

    private final long interval;
    private final RandomGenerator random;

    RefreshSchedule(Duration interval, RandomGenerator random) {
        this.interval = interval.toMillis();
        this.random = random;
    }

    long interval() {
        return interval;
    }

    /** How long after an answer: 85 to 95 % of the interval, so that the next one is there before it ends. */
    long afterAnswer() {
        return between(interval - 3 * interval / 20, interval - interval / 20);
    }

    /**
     * How long after a failure: a minute, then twice as long each time, up to the interval; of that, a random part in
     * the upper half. At least what DevPayr asks for, but no more than a day: an absurd wait must not end the asking.
     *
     * @param failures how many there were in a row
     * @param retryAfter what DevPayr asks for
     */
    long afterFailure(int failures, @Nullable Duration retryAfter) {
        long whole = Math.min(interval, FIRST_BACK_OFF << Math.min(failures - 1, MOST_DOUBLINGS));
        long own = between(whole / 2, whole);
        if (retryAfter == null) {
            return own;
        }
        long asked = retryAfter.compareTo(Duration.ofMillis(LONGEST_RETRY_AFTER)) > 0
                ? LONGEST_RETRY_AFTER
                : retryAfter.toMillis();
        return Math.max(own, between(asked, asked + asked / 10));
    }

    /** How long after the start: half a minute at most. */
    long afterStart() {
        return between(0, Math.min(interval, LONGEST_START));
    }

    private long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least));
    }
}
