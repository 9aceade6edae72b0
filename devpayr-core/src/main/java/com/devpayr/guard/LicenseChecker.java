package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Credential;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.AsyncRuntimeService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the license with DevPayr, one request at a time, which concurrent callers share. */
final class LicenseChecker {
    private final GuardState state;
    private final ListenerNotifier notifier;
    private final DevPayrConfig config;
    private final Supplier<AsyncRuntimeService> runtime;
    private final PaymentQuery query;
    private final Duration timeout;
    private final Executor executor;
    private final Runnable scheduleNext;
    private final AtomicReference<@Nullable CompletableFuture<Verdict>> inProgress = new AtomicReference<>();

    /** The number of requests that were started, and of those that have ended. A missing license key counts as a request. */
    private final AtomicInteger started = new AtomicInteger();

    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean closed;

    /** @param scheduleNext schedules the next check; called after each one */
    LicenseChecker(GuardState state, ListenerNotifier notifier, GuardSettings settings, Runnable scheduleNext) {
        this.state = state;
        this.notifier = notifier;
        this.config = settings.config;
        this.executor = GuardThreads.withCallerRunsFallback(settings.executor);
        this.runtime = () -> settings.runtime.apply(executor);
        this.query = settings.scope.query();
        this.timeout = settings.checkTimeout;
        this.scheduleNext = scheduleNext;
    }

    /**
     * Starts a check, or joins the one in progress and then starts another one if a check is still required. The future never
     * fails.
     *
     * @param required whether a check is still required; evaluated again after the lease was reloaded, since another process
     *     may have checked the license meanwhile
     */
    CompletableFuture<Verdict> check(BooleanSupplier required) {
        CompletableFuture<Verdict> check = new CompletableFuture<>();
        CompletableFuture<Verdict> running = inProgress.compareAndExchange(null, check);
        if (running != null) {
            return running.thenCompose(verdict ->
                    required.getAsBoolean() ? check(required) : CompletableFuture.completedFuture(state.current()));
        }
        if (closed || !required.getAsBoolean()) {
            inProgress.set(null);
            check.complete(state.current());
            return check;
        }
        CompletableFuture.supplyAsync(() -> isRequiredAfterReload(required), executor)
                .thenCompose(needed -> needed ? requestAndApply() : CompletableFuture.completedFuture(null))
                .whenCompleteAsync((done, failure) -> finish(check), executor);
        return check;
    }

    /** Starts a check whose request is sent after this call. Callers during one request share the next one. */
    CompletableFuture<Verdict> checkAgain() {
        int before = started.get();
        return check(() -> ended.get() <= before);
    }

    /** Checks the license and waits for the verdict, at most for the timeout. An interrupt ends the wait. */
    Verdict checkAndWait(BooleanSupplier required) {
        try {
            return check(required).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return state.current();
        } catch (TimeoutException | ExecutionException notCompleted) {
            return state.current();
        }
    }

    private boolean isRequiredAfterReload(BooleanSupplier required) {
        state.reload();
        return required.getAsBoolean();
    }

    private CompletableFuture<@Nullable Void> requestAndApply() {
        started.incrementAndGet();
        CompletableFuture<CheckResult> result = config.has(Credential.LICENSE_KEY)
                ? CompletableFuture.completedFuture(query)
                        .thenCompose(this::request)
                        .handle(CheckResult::of)
                : CompletableFuture.completedFuture(CheckResult.missingLicenseKey());
        return result.thenAcceptAsync(state::apply, executor).whenComplete((done, failure) -> ended.incrementAndGet());
    }

    private CompletableFuture<PaymentStatus> request(PaymentQuery query) {
        CompletableFuture<PaymentStatus> response = runtime.get().checkPayment(query);
        return response.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((status, failure) -> {
                    if (failure instanceof TimeoutException) {
                        response.cancel(true);
                    }
                });
    }

    private void finish(CompletableFuture<Verdict> check) {
        try {
            scheduleNext.run();
        } finally {
            complete(check);
        }
    }

    /** Allows the next check before notifying, since a listener may start one. */
    private void complete(CompletableFuture<Verdict> check) {
        Verdict verdict = state.current();
        inProgress.set(null);
        notifier.deliver();
        check.complete(verdict);
    }

    /** Returns whether no check is in progress. */
    boolean isIdle() {
        return inProgress.get() == null;
    }

    /** Prevents further checks. The one in progress completes and is applied. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
