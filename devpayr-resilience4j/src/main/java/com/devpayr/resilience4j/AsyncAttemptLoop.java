package com.devpayr.resilience4j;

import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.policy.SideEffects;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one asynchronous call. At any time the call waits for exactly one future: a delay or the running
 * attempt. Completing the caller's future, be it by a response, the deadline or a cancellation, cancels that future.
 */
final class AsyncAttemptLoop {
    private final ResilienceConfig config;
    private final AsyncCall call;
    private final CallAttempts attempts;
    private final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile CompletableFuture<?> pending = result;
    private volatile @Nullable AttemptPermit running;

    AsyncAttemptLoop(ResilienceConfig config, AsyncCall call) {
        this.config = config;
        this.call = call;
        this.attempts = config.newCall(call.operation());
    }

    CompletableFuture<?> start() {
        result.whenComplete((value, failure) -> pending.cancel(true));
        Runnable cancelDeadline = config.scheduler().schedule(this::onDeadline, config.deadline());
        result.whenComplete((value, failure) -> cancelDeadline.run());
        startAttempt();
        return result;
    }

    /** Must be called before the future can complete. */
    private void waitFor(CompletableFuture<?> next) {
        pending = next;
        if (result.isDone()) {
            next.cancel(true);
        }
    }

    private CompletableFuture<?> delay(Duration duration) {
        CompletableFuture<@Nullable Void> due = new CompletableFuture<>();
        waitFor(due);
        Runnable cancel = config.scheduler().schedule(() -> due.complete(null), duration);
        due.whenComplete((nothing, cancelled) -> cancel.run());
        return due;
    }

    private void startAttempt() {
        if (result.isDone()) {
            return;
        }
        AttemptPermit permit;
        try {
            permit = config.permits().acquire(attempts.operation(), attempts::remainingTime);
        } catch (Throwable rejected) {
            onFailure(rejected);
            return;
        }
        if (permit.delay().isZero()) {
            send(permit);
        } else {
            sendLater(permit);
        }
    }

    private void sendLater(AttemptPermit permit) {
        CompletableFuture<?> delay;
        try {
            delay = delay(permit.delay());
        } catch (Throwable rejected) { // by a scheduler that is shut down
            permit.onError(rejected);
            onFailure(rejected);
            return;
        }
        delay.whenComplete((nothing, cancelled) -> {
            if (cancelled == null) {
                send(permit);
            } else {
                permit.onError(cancelled);
            }
        });
    }

    private void send(AttemptPermit permit) {
        permit.onStart();
        attempts.onStart();
        running = permit;
        CompletableFuture<?> attempt = proceed();
        waitFor(attempt);
        attempt.whenComplete((value, failure) -> {
            running = null;
            onAttemptCompleted(permit, value, failure);
        });
    }

    private CompletableFuture<?> proceed() {
        try {
            return call.proceed();
        } catch (Throwable failure) { // code in Kotlin can throw checked exceptions
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void onAttemptCompleted(AttemptPermit permit, @Nullable Object value, @Nullable Throwable failure) {
        if (failure == null) {
            permit.onSuccess();
            succeed(value);
        } else {
            Throwable cause = Futures.unwrap(failure);
            permit.onError(cause);
            onFailure(cause);
        }
    }

    private void onFailure(Throwable failure) {
        try {
            completeOrRetry(failure);
        } catch (Throwable thrown) { // by a listener for Resilience4j events or a predicate of the retry
            fail(() -> thrown);
        }
    }

    private void completeOrRetry(Throwable failure) {
        if (attempts.countsAsSuccess(failure)) {
            succeed(null);
            return;
        }
        Duration delay = attempts.onFailure(failure);
        if (delay == null) {
            fail(attempts::finalFailure);
        } else {
            retryAfter(delay);
        }
    }

    private void retryAfter(Duration delay) {
        CompletableFuture<?> due;
        try {
            due = delay(delay);
        } catch (Throwable rejected) { // by a scheduler that is shut down
            fail(() -> attempts.finalFailure(rejected));
            return;
        }
        due.thenRun(this::startAttempt);
    }

    private void succeed(@Nullable Object value) {
        if (completed.compareAndSet(false, true)) {
            attempts.onSuccess();
            result.complete(value);
        }
    }

    private void fail(Supplier<Throwable> failure) {
        if (completed.compareAndSet(false, true)) {
            result.completeExceptionally(failure.get());
        }
    }

    private void onDeadline() {
        AttemptPermit permit = running;
        Kind kind = permit == null ? Kind.REJECTED_LOCALLY : Kind.TIMEOUT;
        TransportException timeout = new TransportException(attempts.operation(), kind, null);
        if (permit != null) {
            permit.onError(timeout);
        }
        fail(() -> attempts.abort(SideEffects.translate(attempts.operation(), timeout)));
    }
}
