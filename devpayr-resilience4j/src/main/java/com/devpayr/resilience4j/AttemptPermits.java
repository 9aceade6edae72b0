package com.devpayr.resilience4j;

import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.internal.concurrent.UncaughtFailures;
import com.devpayr.operation.Operation;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permissions that every attempt needs, acquired in this order: bulkhead, circuit breaker, rate limiter. The
 * bulkhead comes first so that it also bounds the number of calls that wait for the rate limiter; the rate limiter
 * comes last so that an open circuit breaker does not consume its permissions.
 *
 * @param bulkhead null to disable it
 * @param circuitBreaker null to disable it
 * @param rateLimiter null to disable it
 */
record AttemptPermits(
        @Nullable Bulkhead bulkhead,
        @Nullable CircuitBreaker circuitBreaker,
        @Nullable RateLimiter rateLimiter) {

    /**
     * Acquires all permissions for one attempt, which may start after the {@linkplain AttemptPermit#delay() delay} of
     * the returned permit.
     *
     * @param remainingTime the time until the deadline, which is read after the wait for the bulkhead
     * @throws TransportException of kind {@code REJECTED_LOCALLY} when a permission is refused or the deadline passes
     *     during the wait for the bulkhead, of kind {@code INTERRUPTED} when the thread is interrupted during that wait;
     *     nothing is held then, unless a listener of the bulkhead threw: Resilience4j publishes the event of a permitted call
     *     after it has taken the permission, and does not tell whether it did
     */
    AttemptPermit acquire(Operation operation, Supplier<Duration> remainingTime) {
        acquireBulkhead(operation);
        try {
            Duration maxDelay = remainingTime.get();
            if (maxDelay.isZero() || maxDelay.isNegative()) {
                throw rejected(operation, null);
            }
            acquireCircuitBreaker(operation);
            return new AttemptPermit(this, reserveRateLimiter(operation, maxDelay));
        } catch (Throwable failure) { // also what a listener for Resilience4j events throws
            releaseBulkhead();
            throw failure;
        }
    }

    private void acquireBulkhead(Operation operation) {
        if (bulkhead != null && !bulkhead.tryAcquirePermission()) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw new TransportException(
                    operation,
                    interrupted ? Kind.INTERRUPTED : Kind.REJECTED_LOCALLY,
                    BulkheadFullException.createBulkheadFullException(bulkhead));
        }
    }

    private void acquireCircuitBreaker(Operation operation) {
        if (circuitBreaker != null && !circuitBreaker.tryAcquirePermission()) {
            throw rejected(operation, CallNotPermittedException.createCallNotPermittedException(circuitBreaker));
        }
    }

    /** Returns the time to wait. Releases the circuit breaker's permission on failure. */
    private Duration reserveRateLimiter(Operation operation, Duration maxDelay) {
        if (rateLimiter == null) {
            return Duration.ZERO;
        }
        try {
            long delayNanos = rateLimiter.reservePermission();
            if (delayNanos < 0 || delayNanos >= maxDelay.toNanos()) {
                throw rejected(operation, RequestNotPermitted.createRequestNotPermitted(rateLimiter));
            }
            return Duration.ofNanos(delayNanos);
        } catch (Throwable failure) {
            releaseCircuitBreaker();
            throw failure;
        }
    }

    private static TransportException rejected(Operation operation, @Nullable RuntimeException reason) {
        return new TransportException(operation, Kind.REJECTED_LOCALLY, reason);
    }

    /** Returns the maximum time that {@link #acquire} waits for the bulkhead. */
    Duration maxBulkheadWait() {
        return bulkhead == null ? Duration.ZERO : bulkhead.getBulkheadConfig().getMaxWaitDuration();
    }

    /** Reports what a listener throws: it changes neither the result of the attempt nor its failure. */
    void releaseBulkhead() {
        if (bulkhead == null) {
            return;
        }
        try {
            bulkhead.onComplete();
        } catch (Throwable listenerFailure) {
            UncaughtFailures.report(listenerFailure);
        }
    }

    private void releaseCircuitBreaker() {
        if (circuitBreaker != null) {
            circuitBreaker.releasePermission();
        }
    }
}
