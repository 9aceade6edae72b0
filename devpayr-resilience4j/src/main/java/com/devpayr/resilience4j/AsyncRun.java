package com.devpayr.resilience4j;

import com.devpayr.call.AsyncCall;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.internal.policy.SideEffects;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous call: at each moment it waits for one future, that of a timer or that of a try. Whatever completes
 * the caller's future (an answer, the deadline, a cancel) cancels that one.
 */
final class AsyncRun {
    private final Plan plan;
    private final AsyncCall call;
    private final Course course;
    private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile CompletableFuture<?> awaited = answer;
    private volatile @Nullable Pass sent;

    AsyncRun(Plan plan, AsyncCall call) {
        this.plan = plan;
        this.call = call;
        this.course = plan.begin(call.operation());
    }

    CompletableFuture<?> start() {
        answer.whenComplete((value, failure) -> awaited.cancel(true));
        attempt();
        if (!answer.isDone()) { // an open circuit answers at once
            Runnable deadline = plan.timer().schedule(this::expire, plan.deadline());
            answer.whenComplete((value, failure) -> deadline.run());
        }
        return answer;
    }

    /** To be called before anything can come of the future. */
    private void await(CompletableFuture<?> next) {
        awaited = next;
        if (answer.isDone()) {
            next.cancel(true);
        }
    }

    private CompletableFuture<?> after(Duration delay) {
        CompletableFuture<@Nullable Void> due = new CompletableFuture<>();
        await(due);
        Runnable wait = plan.timer().schedule(() -> due.complete(null), delay);
        due.whenComplete((nothing, cancelled) -> wait.run());
        return due;
    }

    private void attempt() {
        if (answer.isDone()) {
            return;
        }
        Pass pass;
        try {
            pass = plan.gate().enter(course.operation(), course.remaining());
        } catch (RuntimeException heldBack) {
            failed(heldBack);
            return;
        }
        if (pass.delay().isZero()) {
            send(pass);
        } else {
            after(pass.delay()).whenComplete((nothing, cancelled) -> {
                if (cancelled == null) {
                    send(pass);
                } else {
                    pass.failed(cancelled);
                }
            });
        }
    }

    private void send(Pass pass) {
        pass.sending();
        sent = pass;
        CompletableFuture<?> attempt = proceed();
        await(attempt);
        attempt.whenComplete((value, failure) -> {
            sent = null;
            settle(pass, value, failure);
        });
    }

    private CompletableFuture<?> proceed() {
        try {
            return call.proceed();
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void settle(Pass pass, @Nullable Object value, @Nullable Throwable failure) {
        try {
            if (failure == null) {
                pass.succeeded();
                succeed(value);
            } else {
                Throwable cause = Futures.unwrap(failure);
                pass.failed(cause);
                failed(cause);
            }
        } catch (RuntimeException callersListener) { // of Resilience4j's events
            fail(() -> callersListener);
        }
    }

    private void failed(Throwable failure) {
        if (course.isSuccess(failure)) {
            succeed(null);
            return;
        }
        Duration wait = course.failed(failure);
        if (wait == null) {
            fail(course::outcome);
        } else {
            after(wait).thenRun(this::attempt);
        }
    }

    private void succeed(@Nullable Object value) {
        if (over.compareAndSet(false, true)) {
            course.succeeded();
            answer.complete(value);
        }
    }

    private void fail(Supplier<Throwable> outcome) {
        if (over.compareAndSet(false, true)) {
            answer.completeExceptionally(outcome.get());
        }
    }

    private void expire() {
        Pass running = sent;
        Kind kind = running == null ? Kind.NOT_SENT : Kind.TIMEOUT;
        TransportException late = new TransportException(course.operation(), kind, null);
        if (running != null) {
            running.failed(late);
        }
        fail(() -> course.endedBy(SideEffects.of(course.operation(), late)));
    }
}
