package com.devpayr.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyLimiterTest {
    private static final int LARGE = 100_000;

    private final RequestBodyLimiter bodies = new RequestBodyLimiter(1);

    private int read(int size) throws IOException {
        return bodies.process(new ByteArrayInputStream(new byte[size]), body -> body.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, RequestBodyLimiter.MAX_BYTES})
    void readsABodyWithinTheLimit(int size) throws IOException {
        assertThat(read(size)).isEqualTo(size);
    }

    @Test
    void aBodyAboveTheLimitIsRefusedAndFreesItsPlace() throws IOException {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> read(RequestBodyLimiter.MAX_BYTES + 1))
                .satisfies(refusal -> assertThat(refusal.response().status()).isEqualTo(413));
        assertThat(read(LARGE)).isEqualTo(LARGE);
    }

    @Test
    @Timeout(60)
    void aLargeBodyWaitsForTheOneBeforeAndASmallOneDoesNot() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inMemory = new AtomicInteger();
        Thread first = waiting(() -> hold(end, inMemory));
        Thread second = waiting(() -> hold(end, inMemory));

        assertThat(inMemory).hasValue(1);
        assertThat(read(10)).isEqualTo(10);
        end.countDown();
        first.join();
        second.join();
        assertThat(inMemory).hasValue(2);
    }

    /** Starts a thread and returns when it waits. */
    private static Thread waiting(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime() - end).as("the thread waits").isNegative();
            Thread.onSpinWait();
        }
        return thread;
    }

    /** Counts a large body and keeps it in memory until a latch opens. */
    private void hold(CountDownLatch end, AtomicInteger count) {
        try {
            bodies.process(new ByteArrayInputStream(new byte[LARGE]), body -> {
                count.incrementAndGet();
                awaitQuietly(end);
                return body.length;
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
