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
 * What every try has to pass: bulkhead, circuit breaker, rate limiter. In this order, so that the bulkhead also bounds
 * how many wait for their turn, and an open circuit uses up no rate.
 *
 * @param bulkhead null for none
 * @param circuitBreaker null for none
 * @param rateLimiter null for none
 */
record Gate(
        @Nullable Bulkhead bulkhead,
        @Nullable CircuitBreaker circuitBreaker,
        @Nullable RateLimiter rateLimiter) {

    /**
     * Lets a try through, at once or after its pass's delay.
     *
     * @param remaining how long it may be delayed at most
     * @throws TransportException when it is held back, or interrupted while it waited for the bulkhead
     */
    Pass enter(Operation operation, Duration remaining) {
        if (bulkhead != null && !bulkhead.tryAcquirePermission()) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw new TransportException(
                    operation,
                    interrupted ? Kind.INTERRUPTED : Kind.NOT_SENT,
                    BulkheadFullException.createBulkheadFullException(bulkhead));
        }
        if (circuitBreaker != null && !circuitBreaker.tryAcquirePermission()) {
            leaveBulkhead();
            throw notSent(operation, CallNotPermittedException.createCallNotPermittedException(circuitBreaker));
        }
        long delay = rateLimiter == null ? 0 : rateLimiter.reservePermission();
        if (rateLimiter != null && (delay < 0 || delay >= remaining.toNanos())) {
            leaveCircuit();
            leaveBulkhead();
            throw notSent(operation, RequestNotPermitted.createRequestNotPermitted(rateLimiter));
        }
        return new Pass(this, Duration.ofNanos(delay));
    }

    private static TransportException notSent(Operation operation, RuntimeException reason) {
        return new TransportException(operation, Kind.NOT_SENT, reason);
    }

    void leaveBulkhead() {
        if (bulkhead != null) {
            bulkhead.onComplete();
        }
    }

    void leaveCircuit() {
        if (circuitBreaker != null) {
            circuitBreaker.releasePermission();
        }
    }
}
