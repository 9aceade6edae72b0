package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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

    /** A thread that keeps the lock would make other threads wait forever. */
    @Test
    void aFailureIsNotKeptAndDoesNotBlockOtherThreads() {
        MemoizingSupplier<Integer> supplier = new MemoizingSupplier<>(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return calls.get();
        });

        assertThatThrownBy(supplier::get).hasMessage("not yet");

        assertThat(CompletableFuture.supplyAsync(supplier))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(2);
    }
}
