package com.devpayr.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodiesTest {
    private static final int LARGE = 100_000;

    private final RequestBodies bodies = new RequestBodies(1);

    private int read(int size) throws IOException {
        return bodies.process(new ByteArrayInputStream(new byte[size]), body -> body.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, RequestBodies.MAX_BYTES})
    void readsABodyWithinTheLimit(int size) throws IOException {
        assertThat(read(size)).isEqualTo(size);
    }

    @Test
    void aBodyAboveTheLimitIsRefusedAndFreesItsPlace() throws IOException {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> read(RequestBodies.MAX_BYTES + 1))
                .satisfies(refusal -> assertThat(refusal.response().status()).isEqualTo(413));
        assertThat(read(LARGE)).isEqualTo(LARGE);
    }

    @Test
    @Timeout(60)
    void aLargeBodyWaitsForTheOneBeforeAndASmallOneDoesNot() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inMemory = new AtomicInteger();
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> hold(started, end, inMemory));
        started.await();
        CompletableFuture<Integer> second =
                CompletableFuture.supplyAsync(() -> hold(new CountDownLatch(1), end, inMemory));

        assertThat(read(10)).isEqualTo(10);
        end.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(1);
    }

    /** Returns how many large bodies are in memory while this one is. */
    private int hold(CountDownLatch started, CountDownLatch end, AtomicInteger inMemory) {
        try {
            return bodies.process(new ByteArrayInputStream(new byte[LARGE]), body -> {
                int count = inMemory.incrementAndGet();
                started.countDown();
                awaitQuietly(end);
                inMemory.decrementAndGet();
                return count;
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
