package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A call that waits for its response on its own thread. */
final class PendingCall {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Thread thread;

    private PendingCall(Runnable call) {
        this.thread = new Thread(
                () -> {
                    Throwable failure = catchThrowable(call::run);
                    outcome.complete(new Outcome(failure, Thread.currentThread().isInterrupted()));
                },
                "pending-call");
        thread.setDaemon(true);
    }

    /**
     * The end of a call.
     *
     * @param failure the exception that it threw; null if it returned
     * @param isInterrupted whether the interrupt flag of its thread is set
     */
    record Outcome(@Nullable Throwable failure, boolean isInterrupted) {}

    static PendingCall start(Runnable call) {
        PendingCall pending = new PendingCall(call);
        pending.thread.start();
        return pending;
    }

    void interrupt() {
        thread.interrupt();
    }

    Outcome await(Duration timeout) throws ExecutionException, InterruptedException, TimeoutException {
        return outcome.get(timeout.toSeconds(), TimeUnit.SECONDS);
    }
}
