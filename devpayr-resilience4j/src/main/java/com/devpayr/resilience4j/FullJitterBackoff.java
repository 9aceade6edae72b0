package com.devpayr.resilience4j;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * An exponential backoff with full jitter: a random fraction of a limit that doubles with each attempt. The jitter
 * spreads clients that failed at the same time over the whole interval.
 */
final class FullJitterBackoff implements IntervalFunction {
    private static final int MAX_DOUBLINGS = 30;

    private final long initialMillis;
    private final long maxMillis;
    private final DoubleSupplier random;

    /** @param random values from 0 (inclusive) to 1 (exclusive) */
    FullJitterBackoff(Duration initial, Duration max, DoubleSupplier random) {
        this.initialMillis = initial.toMillis();
        this.maxMillis = max.toMillis();
        this.random = random;
    }

    /** @param failedAttempts number of failed attempts, 1 or more */
    @Override
    public Long apply(Integer failedAttempts) {
        long limit = initialMillis << Math.min(failedAttempts - 1, MAX_DOUBLINGS);
        return (long) (Math.min(limit, maxMillis) * random.getAsDouble());
    }
}
