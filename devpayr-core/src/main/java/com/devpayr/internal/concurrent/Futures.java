package com.devpayr.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** Futures derived from others that keep two promises: failures are not wrapped, and a cancel reaches the source. */
public final class Futures {
    private Futures() {}

    /** The same value, or the failure that a function makes of the source's. */
    public static <T> CompletableFuture<T> mapFailure(CompletableFuture<T> source, UnaryOperator<Throwable> function) {
        CompletableFuture<T> derived = derivedFrom(source);
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                derived.complete(value);
            } else {
                derived.completeExceptionally(function.apply(unwrap(failure)));
            }
        });
        return derived;
    }

    /** A future to be completed by whoever asks for it; a cancel reaches the source. */
    public static <T> CompletableFuture<T> derivedFrom(CompletableFuture<?> source) {
        return new Derived<>(source);
    }

    /** What a completion exception stands for; any other failure as it is. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
    }

    /** Instead of a callback, which would cost each call more than the future itself. */
    private static final class Derived<T> extends CompletableFuture<T> {
        private final CompletableFuture<?> source;

        Derived(CompletableFuture<?> source) {
            this.source = source;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean isCancelled = super.cancel(mayInterrupt);
            if (isCancelled) {
                source.cancel(mayInterrupt);
            }
            return isCancelled;
        }
    }
}
