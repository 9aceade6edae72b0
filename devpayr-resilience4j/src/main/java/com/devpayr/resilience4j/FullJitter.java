package com.devpayr.resilience4j;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Exponential back-off with full jitter: a random part of a limit that doubles from try to try. Clients that failed
 * together so come back spread over the whole time, not in waves.
 */
final class FullJitter implements IntervalFunction {
    private static final int MAX_DOUBLINGS = 30;

    private final long firstMillis;
    private final long longestMillis;
    private final DoubleSupplier random;

    /** @param random from 0 (inclusive) to 1 (exclusive) */
    FullJitter(Duration first, Duration longest, DoubleSupplier random) {
        this.firstMillis = first.toMillis();
        this.longestMillis = longest.toMillis();
        this.random = random;
    }

    /** @param failures how many tries have failed, from 1 */
    @Override
    public Long apply(Integer failures) {
        long doubled = firstMillis << Math.min(failures - 1, MAX_DOUBLINGS);
        return (long) (Math.min(doubled, longestMillis) * random.getAsDouble());
    }
}
