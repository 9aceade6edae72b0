package com.devpayr.resilience4j;

import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
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
     * @param maxDelay upper bound of the delay, exclusive
     * @throws TransportException of kind {@code REJECTED_LOCALLY} when a permission is refused, of kind {@code
     *     INTERRUPTED} when the thread is interrupted while it waits for the bulkhead; nothing is held then
     */
    AttemptPermit acquire(Operation operation, Duration maxDelay) {
        if (bulkhead != null && !bulkhead.tryAcquirePermission()) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw new TransportException(
                    operation,
                    interrupted ? Kind.INTERRUPTED : Kind.REJECTED_LOCALLY,
                    BulkheadFullException.createBulkheadFullException(bulkhead));
        }
        if (circuitBreaker != null && !circuitBreaker.tryAcquirePermission()) {
            releaseBulkhead();
            throw rejected(operation, CallNotPermittedException.createCallNotPermittedException(circuitBreaker));
        }
        long delayNanos = rateLimiter == null ? 0 : rateLimiter.reservePermission();
        if (rateLimiter != null && (delayNanos < 0 || delayNanos >= maxDelay.toNanos())) {
            releaseCircuitBreaker();
            releaseBulkhead();
            throw rejected(operation, RequestNotPermitted.createRequestNotPermitted(rateLimiter));
        }
        return new AttemptPermit(this, Duration.ofNanos(delayNanos));
    }

    private static TransportException rejected(Operation operation, RuntimeException reason) {
        return new TransportException(operation, Kind.REJECTED_LOCALLY, reason);
    }

    void releaseBulkhead() {
        if (bulkhead != null) {
            bulkhead.onComplete();
        }
    }

    private void releaseCircuitBreaker() {
        if (circuitBreaker != null) {
            circuitBreaker.releasePermission();
        }
    }
}
