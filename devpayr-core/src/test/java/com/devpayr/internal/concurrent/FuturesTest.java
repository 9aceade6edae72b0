package com.devpayr.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.Sneaky;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FuturesTest {
    private final CompletableFuture<String> source = new CompletableFuture<>();
    private final IllegalStateException trouble = new IllegalStateException("trouble");

    @Test
    void passesAValueUnchanged() {
        CompletableFuture<String> derived = Futures.mapFailure(source, failure -> trouble);
        source.complete("value");

        assertThat(derived).isCompletedWithValue("value");
    }

    @Test
    void failsWithACheckedExceptionOfTheFunction() {
        IOException checked = new IOException("code in Kotlin");
        CompletableFuture<String> derived = Futures.map(source, value -> {
            throw Sneaky.rethrow(checked);
        });
        source.complete("value");

        assertThat(derived.handle((value, failure) -> failure)).isCompletedWithValue(checked);
    }

    @Test
    void mapsTheUnwrappedFailure() {
        CompletableFuture<String> derived = Futures.mapFailure(
                source.thenApply(value -> value), failure -> failure == trouble ? new Mapped() : failure);
        source.completeExceptionally(trouble);

        assertThat(derived.handle((value, failure) -> failure).join()).isExactlyInstanceOf(Mapped.class);
    }

    @Test
    void cancellationReachesTheSource() {
        CompletableFuture<String> derived = Futures.mapFailure(source, failure -> failure);

        assertThat(derived.cancel(true)).isTrue();
        assertThat(source).isCancelled();
    }

    @Test
    void cancellationAfterCompletionReturnsFalse() {
        CompletableFuture<String> derived = Futures.derivedFrom(source);
        derived.complete("value");

        assertThat(derived.cancel(true)).isFalse();
        assertThat(source).isNotDone();
    }

    @Test
    void failedFutureDoesNotCancelTheSource() {
        CompletableFuture<String> derived = Futures.mapFailure(source, failure -> failure);
        derived.completeExceptionally(trouble);

        assertThat(source).isNotDone();
    }

    @Test
    void cancelledSourceCancelsTheFuture() {
        CompletableFuture<String> derived = Futures.mapFailure(source, failure -> failure);
        source.cancel(true);

        assertThat(derived).isCancelled().failsWithin(Duration.ZERO).withThrowableOfType(CancellationException.class);
    }

    @Test
    void unwrapsNestedCompletionExceptionsOnly() {
        assertThat(Futures.unwrap(new CompletionException(new CompletionException(trouble))))
                .isSameAs(trouble);
        IllegalStateException outer = new IllegalStateException(trouble);
        assertThat(Futures.unwrap(outer)).isSameAs(outer);
        CompletionException empty = new CompletionException("no cause", null);
        assertThat(Futures.unwrap(empty)).isSameAs(empty);
    }

    private static final class Mapped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
