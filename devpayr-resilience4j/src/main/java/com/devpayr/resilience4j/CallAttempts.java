package com.devpayr.resilience4j;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.internal.concurrent.UncaughtFailures;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call so far. Decides whether another attempt follows and which exception the caller gets.
 * Thread-safe, because the deadline can expire while a response arrives.
 */
final class CallAttempts {
    private final Operation operation;
    private final Retry.AsyncContext<Object> retry;
    private final Scheduler scheduler;
    private final Duration maxPermitWait;
    private final long deadlineNanos;
    private final List<Throwable> failures = new ArrayList<>();
    private boolean mayHaveActed;
    private int started;

    CallAttempts(Operation operation, ResilienceConfig config) {
        this.operation = operation;
        this.retry = config.retry().asyncContext();
        this.scheduler = config.scheduler();
        this.maxPermitWait = config.permits().maxBulkheadWait();
        this.deadlineNanos = scheduler.nanoTime() + config.deadline().toNanos();
    }

    Operation operation() {
        return operation;
    }

    /** Returns the time until the deadline; negative when it has passed. */
    Duration remainingTime() {
        return Duration.ofNanos(deadlineNanos - scheduler.nanoTime());
    }

    /** Records the start of an attempt, which has all permissions. */
    synchronized void onStart() {
        started++;
    }

    /** Reports what a listener of the retry throws: the call has succeeded nevertheless. */
    void onSuccess() {
        try {
            retry.onComplete();
        } catch (Throwable listenerFailure) {
            UncaughtFailures.report(listenerFailure);
        }
    }

    /**
     * Returns whether a failed attempt means that the call succeeded: a delete found nothing, and an earlier attempt
     * may have deleted the resource. After attempts that DevPayr did not act on, a 404 stays a failure.
     */
    synchronized boolean countsAsSuccess(Throwable failure) {
        return mayHaveActed && FailureClassifier.isAlreadyDeleted(operation, failure);
    }

    /**
     * Records a failed attempt. Returns the delay before the next attempt, or null when there is none: the next attempt
     * must not wait beyond the deadline, neither before it nor for the bulkhead.
     */
    @Nullable
    synchronized Duration onFailure(Throwable failure) {
        failures.add(failure);
        mayHaveActed |= failure instanceof DevPayrException exception && SideEffects.mayHaveActed(exception);
        long backoffMillis = backoffMillis(failure);
        if (backoffMillis < 0 || !FailureClassifier.isRetryable(failure)) {
            return null;
        }
        Duration delay = Duration.ofMillis(backoffMillis).plus(retryAfter(failure));
        return delay.plus(maxPermitWait).compareTo(remainingTime()) < 0 ? delay : null;
    }

    /** Attaches the failure to what a listener or a predicate of the retry throws, so that it is not lost. */
    private long backoffMillis(Throwable failure) {
        try {
            return retry.onError(failure);
        } catch (Throwable thrown) {
            if (thrown != failure) {
                thrown.addSuppressed(failure);
            }
            throw thrown;
        }
    }

    /** Added to the backoff, so that clients with the same Retry-After do not return at the same time. */
    private static Duration retryAfter(Throwable failure) {
        Duration retryAfter = failure instanceof ApiException response ? response.retryAfter() : null;
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }

    /** Records a failure that ends the call without being a response, and returns the exception for the caller. */
    synchronized Throwable abort(Throwable failure) {
        failures.add(failure);
        return finalFailure();
    }

    /** Returns the exception for the caller if another attempt is not possible, with the reason as suppressed exception. */
    Throwable finalFailure(Throwable reason) {
        Throwable reported = finalFailure();
        if (reported != reason) {
            reported.addSuppressed(reason);
        }
        return reported;
    }

    /**
     * Returns the exception for the caller: the last failure, unless it says that no request was sent although an
     * earlier attempt sent one. The failures of the other attempts are its suppressed exceptions, and it has the number of
     * attempts.
     */
    synchronized Throwable finalFailure() {
        Throwable reported = failures.get(0);
        for (Throwable failure : failures) {
            boolean hidesASentRequest =
                    FailureClassifier.wasNotSent(failure) && !FailureClassifier.wasNotSent(reported);
            reported = hidesASentRequest ? reported : failure;
        }
        for (Throwable failure : failures) {
            if (failure != reported) {
                reported.addSuppressed(failure);
            }
        }
        if (reported instanceof DevPayrException exception) {
            exception.recordAttempts(started);
        }
        return reported;
    }
}
