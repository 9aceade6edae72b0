package com.devpayr.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Derived futures whose failures are not wrapped, and whose cancellation reaches the source. */
public final class Futures {
    private Futures() {}

    /** Returns a future with the same value, or with the failure that a function creates from the failure of the source. */
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

    /** Returns a future with a value that a function creates from that of the source, or with its failure or the function's. */
    public static <T extends @Nullable Object, R> CompletableFuture<R> map(
            CompletableFuture<T> source, Function<? super T, ? extends R> function) {
        CompletableFuture<R> derived = derivedFrom(source);
        source.whenComplete((value, failure) -> {
            if (failure != null) {
                derived.completeExceptionally(unwrap(failure));
                return;
            }
            try {
                derived.complete(function.apply(value));
            } catch (Throwable thrown) { // code in Kotlin can throw checked exceptions
                derived.completeExceptionally(thrown);
            }
        });
        return derived;
    }

    /** Returns a future that the caller completes. Cancelling it cancels the source. */
    public static <T> CompletableFuture<T> derivedFrom(CompletableFuture<?> source) {
        return new Derived<>(source);
    }

    /** Returns the cause of a completion exception; any other failure unchanged. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? unwrap(cause) : failure;
    }

    /** A subclass, since a callback would cost more than the future itself. */
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
