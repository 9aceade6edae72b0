package com.devpayr.resilience4j;

import com.devpayr.internal.concurrent.UncaughtFailures;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that one attempt holds. The first reported result wins: it is recorded by the circuit breaker and
 * releases the permissions; later results are ignored.
 */
final class AttemptPermit {
    private final AttemptPermits permits;
    private final Duration delay;
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile long startTimestamp;

    AttemptPermit(AttemptPermits permits, Duration delay) {
        this.permits = permits;
        this.delay = delay;
    }

    /** Returns the time that the rate limiter makes the attempt wait; zero for none. */
    Duration delay() {
        return delay;
    }

    /**
     * Marks the end of the wait: the circuit breaker measures the duration of the attempt from here. An attempt that is not
     * started is not recorded.
     */
    void onStart() {
        CircuitBreaker circuitBreaker = permits.circuitBreaker();
        startTimestamp = circuitBreaker == null ? 0 : circuitBreaker.getCurrentTimestamp();
    }

    void onSuccess() {
        release(null);
    }

    /** Also called for an attempt that the caller cancelled, which the circuit breaker does not record. */
    void onError(Throwable failure) {
        release(failure);
    }

    private void release(@Nullable Throwable failure) {
        if (released.compareAndSet(false, true)) {
            CircuitBreaker circuitBreaker = permits.circuitBreaker();
            if (circuitBreaker != null) {
                tryRecord(circuitBreaker, failure);
            }
            permits.releaseBulkhead();
        }
    }

    /** Reports what a predicate of the circuit breaker throws: it must not replace the result of the attempt. */
    private void tryRecord(CircuitBreaker circuitBreaker, @Nullable Throwable failure) {
        try {
            record(circuitBreaker, failure);
        } catch (Throwable predicateFailure) {
            circuitBreaker.releasePermission();
            UncaughtFailures.report(predicateFailure);
        }
    }

    private void record(CircuitBreaker circuitBreaker, @Nullable Throwable failure) {
        long duration = circuitBreaker.getCurrentTimestamp() - startTimestamp;
        if (failure == null || FailureClassifier.isResponse(failure)) {
            circuitBreaker.onSuccess(duration, circuitBreaker.getTimestampUnit());
        } else if (FailureClassifier.isOutage(failure)) {
            circuitBreaker.onError(duration, circuitBreaker.getTimestampUnit(), failure);
        } else {
            circuitBreaker.releasePermission();
        }
    }
}
