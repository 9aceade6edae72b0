package com.devpayr.resilience4j;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call has been through, and what follows from it. Safe for use by many threads: a deadline can meet an answer. */
final class Course {
    private final Operation operation;
    private final Retry.AsyncContext<Object> retry;
    private final Timer timer;
    private final long end;
    private final List<Throwable> failures = new ArrayList<>();
    private boolean mayHaveActed;

    Course(Operation operation, Retry retry, Timer timer, Duration deadline) {
        this.operation = operation;
        this.retry = retry.asyncContext();
        this.timer = timer;
        this.end = timer.nanoTime() + deadline.toNanos();
    }

    Operation operation() {
        return operation;
    }

    /** How much time is left for the call as a whole; negative when it is over. */
    Duration remaining() {
        return Duration.ofNanos(end - timer.nanoTime());
    }

    void succeeded() {
        retry.onComplete();
    }

    /**
     * Whether the failed try was a success all the same: it found nothing to delete, and an earlier one may have deleted
     * it. A 404 after tries that DevPayr never acted on is a 404.
     */
    synchronized boolean isSuccess(Throwable failure) {
        return mayHaveActed && Meaning.isDeleted(operation, failure);
    }

    /** Notes a failed try. Returns how long to wait before the next one, or null when there is none. */
    @Nullable
    synchronized Duration failed(Throwable failure) {
        failures.add(failure);
        mayHaveActed |= failure instanceof DevPayrException ours && SideEffects.mayHaveActed(ours);
        long backOff = retry.onError(failure);
        if (backOff < 0 || !Meaning.isRepeatable(failure)) {
            return null;
        }
        Duration wait = Duration.ofMillis(backOff).plus(askedFor(failure));
        return wait.compareTo(remaining()) < 0 ? wait : null;
    }

    /** What DevPayr asked for comes on top of the back-off, so that clients told the same do not return together. */
    private static Duration askedFor(Throwable failure) {
        Duration asked = failure instanceof ApiException refusal ? refusal.retryAfter() : null;
        return asked == null ? Duration.ZERO : asked;
    }

    /** Notes what ended the call without being an answer, and gives what the caller gets. */
    synchronized Throwable endedBy(Throwable failure) {
        failures.add(failure);
        return outcome();
    }

    /**
     * What the caller gets: the last failure, but never one that says that nothing left when something did. The other
     * tries are its suppressed exceptions.
     */
    synchronized Throwable outcome() {
        Throwable telling = failures.get(0);
        for (Throwable failure : failures) {
            telling = Meaning.neverLeft(failure) && !Meaning.neverLeft(telling) ? telling : failure;
        }
        for (Throwable failure : failures) {
            if (failure != telling) {
                telling.addSuppressed(failure);
            }
        }
        return telling;
    }
}
