package com.devpayr.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests interrupts of threads that wait for a response. */
@Timeout(60)
class InterruptInterceptorTest {
    private static final Duration END = Duration.ofSeconds(20);

    private final FaultServer server = FaultServer.start(Faults.response(200, "", "{}"));
    private final OkHttpClients clients = OkHttpClients.create(DevPayrConfig.builder()
            .domain("shop.example.com")
            .readTimeout(Duration.ofMinutes(2))
            .callTimeout(Duration.ofMinutes(2))
            .build());

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    private String get() throws IOException {
        try (Response response = clients.client()
                .newCall(new Request.Builder().url(server.baseUrl()).build())
                .execute()) {
            return response.body().string();
        }
    }

    /** The end of a call: its failure, and the interrupt flag of its thread. */
    private record End(@Nullable Throwable failure, boolean isInterrupted) {}

    /**
     * Checks that an interrupt ends a call.
     *
     * @param reader the class that reads from the socket when the thread is interrupted
     */
    private void assertInterruptible(Fault fault, String reader) throws Exception {
        server.setFault(exchange -> {
            fault.act(exchange);
            exchange.stall();
        });
        CompletableFuture<End> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Throwable failure = catchThrowable(this::get);
            end.complete(new End(failure, Thread.currentThread().isInterrupted()));
        });
        thread.start();
        long start = System.nanoTime();
        while (!isReading(thread, reader)) {
            assertThat(end).as("the call before the interrupt").isNotDone();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("time without %s in a read from the socket", reader)
                    .isLessThan(END);
        }

        thread.interrupt();

        assertThat(end.get(END.toSeconds(), TimeUnit.SECONDS).failure())
                .isExactlyInstanceOf(InterruptedIOException.class)
                .hasMessage("interrupted");
        assertThat(end.get().isInterrupted()).isTrue();
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    private static boolean isReading(Thread thread, String reader) {
        List<String> frames = Stream.of(thread.getStackTrace())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList();
        return frames.contains("sun.nio.ch.NioSocketImpl.implRead")
                && frames.stream().anyMatch(frame -> frame.contains(reader));
    }

    @Test
    void interruptEndsTheWaitForAResponse() throws Exception {
        assertInterruptible(exchange -> {}, "InterruptInterceptor.intercept");
    }

    @Test
    void interruptEndsTheWaitForABody() throws Exception {
        assertInterruptible(
                exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"),
                "InterruptibleSource.read");
    }

    @Test
    void interruptedThreadCannotMakeACall() throws Exception {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(this::get);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(server.awaitNoConnection(END)).isTrue();
    }

    @Test
    void interruptAfterACallDoesNotAffectTheNextOne() throws IOException {
        assertThat(get()).isEqualTo("{}");
        Thread.currentThread().interrupt();
        assertThat(Thread.interrupted()).isTrue();

        assertThat(get()).isEqualTo("{}");
    }
}
