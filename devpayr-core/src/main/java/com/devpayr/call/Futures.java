package com.devpayr.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** Futures derived from others that keep two promises: failures are not wrapped, and a cancel reaches the source. */
public final class Futures {
    private Futures() {}

    /** The same value, or the failure that a function makes of the source's. */
    public static <T> CompletableFuture<T> mapFailure(CompletableFuture<T> source, UnaryOperator<Throwable> function) {
        CompletableFuture<T> derived = new CompletableFuture<>();
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                derived.complete(value);
            } else {
                derived.completeExceptionally(function.apply(unwrap(failure)));
            }
        });
        cancelWith(derived, source);
        return derived;
    }

    /** Cancels the source when the derived future is cancelled. */
    public static void cancelWith(CompletableFuture<?> derived, CompletableFuture<?> source) {
        derived.whenComplete((value, failure) -> {
            if (derived.isCancelled()) {
                source.cancel(true);
            }
        });
    }

    /** What a completion exception stands for; any other failure as it is. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
    }
}
