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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the license with DevPayr, one request at a time: concurrent callers share the check that is in progress. */
final class LicenseChecker {
    private final GuardState state;
    private final ListenerNotifier notifier;
    private final DevPayrConfig config;
    private final Supplier<AsyncRuntimeService> runtime;
    private final PaymentQuery query;
    private final Duration timeout;
    private final Executor executor;
    private final Runnable scheduleNext;
    private final AtomicReference<@Nullable Check> inProgress = new AtomicReference<>();
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
     * Starts a check or joins the one in progress, unless its result is known already. The future never fails.
     *
     * @param required whether a check is still required; evaluated again after the lease was reloaded, since another process
     *     may have checked the license meanwhile
     */
    CompletableFuture<Verdict> check(BooleanSupplier required) {
        Check check = new Check();
        Check running = inProgress.compareAndExchange(null, check);
        if (running != null) {
            return join(running, required);
        }
        if (closed || !required.getAsBoolean()) {
            complete(check);
            return check;
        }
        CompletableFuture.supplyAsync(() -> isRequiredAfterReload(required), executor)
                .thenCompose(needed -> needed ? requestAndApply(check) : CompletableFuture.completedFuture(null))
                .whenCompleteAsync((done, failure) -> finish(check), executor);
        return check;
    }

    /** Checks again after a check whose result the caller may have seen before this call, or which sent no request. */
    private CompletableFuture<Verdict> join(Check running, BooleanSupplier required) {
        boolean hadResult = running.hasResult;
        return running.thenCompose(verdict -> (hadResult || !running.hasResult) && required.getAsBoolean()
                ? check(required)
                : CompletableFuture.completedFuture(verdict));
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

    private CompletableFuture<@Nullable Void> requestAndApply(Check check) {
        CompletableFuture<CheckResult> result = config.has(Credential.LICENSE_KEY)
                ? CompletableFuture.completedFuture(query)
                        .thenCompose(this::request)
                        .handle(CheckResult::of)
                : CompletableFuture.completedFuture(CheckResult.missingLicenseKey());
        return result.thenAcceptAsync(
                known -> {
                    check.hasResult = true;
                    state.apply(known);
                },
                executor);
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

    private void finish(Check check) {
        scheduleNext.run();
        complete(check);
    }

    /** Allows the next check before notifying, since a listener may start one. */
    private void complete(Check check) {
        Verdict verdict = state.current();
        inProgress.set(null);
        notifier.deliver();
        check.complete(verdict);
    }

    /** Prevents further checks. The one in progress completes and is applied. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    private static final class Check extends CompletableFuture<Verdict> {
        /** Whether the result of the request is known. Set before it is applied; never, if no request was necessary. */
        private volatile boolean hasResult;
    }
}
