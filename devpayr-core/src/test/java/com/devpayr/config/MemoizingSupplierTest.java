package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MemoizingSupplierTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void suppliesTheSameValueToAllThreads() {
        MemoizingSupplier<Integer> supplier = new MemoizingSupplier<>(calls::incrementAndGet);

        assertThat(supplier.isKnown()).isFalse();
        assertThat(CompletableFuture.supplyAsync(supplier)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(supplier.isKnown()).isTrue();
        assertThat(supplier.get()).isEqualTo(1);
    }

    /** A thread that keeps the lock would let others wait forever. */
    @Test
    void aFailureIsNotKeptAndDoesNotBlockOtherThreads() {
        MemoizingSupplier<Integer> supplier = new MemoizingSupplier<>(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return calls.get();
        });

        Throwable failure = CompletableFuture.supplyAsync(() -> catchThrowable(supplier::get))
                .join();

        assertThat(failure).hasMessage("not yet");
        assertThat(supplier.get()).isEqualTo(2);
    }
}
