package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.config;
import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests bodies that are read while they are sent. */
@Timeout(60)
class UploadTest {
    private static final int LARGE = 20 * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        get(vertx.close());
    }

    private <C extends AutoCloseable> C closing(C resource) {
        opened.push(resource);
        return resource;
    }

    private RawServer server() throws IOException {
        return closing(new RawServer((request, out) -> RawServer.license(out)));
    }

    private ServerSocket unresponsiveServer() throws IOException {
        return closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }

    private VertxTransport transport(DevPayrConfig config) {
        VertxResources resources = VertxResources.on(vertx, config, new HttpClientOptions(), new PoolOptions());
        return closing(new VertxTransport(resources, config, resources::close));
    }

    private static RawRequest upload(DevPayrConfig config, long length, RawBody.Source source) {
        return new RawRequest(
                Operation.INJECTABLE_CREATE,
                "POST",
                config.baseUrl(),
                "project/1/injectables",
                Map.of(),
                RawBody.of("application/octet-stream", length, source),
                1000,
                config.callTimeout());
    }

    private static CompletableFuture<RawResponse> send(
            VertxTransport transport, DevPayrConfig config, long length, RawBody.Source source) {
        return transport.send(upload(config, length, source));
    }

    @Test
    void isClosedAfterTheResponse() throws Exception {
        RawServer server = server();
        DevPayrConfig config = config(server.baseUrl());
        Content content = new Content(200_000);

        RawResponse response =
                send(transport(config), config, 200_000, () -> content).get(30, TimeUnit.SECONDS);

        assertThat(response.status()).isEqualTo(200);
        assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests().get(0).body()).hasSize(200_000);
        assertThat(server.requests().get(0).head()).containsIgnoringCase("content-length: 200000\r\n");
    }

    @Test
    void isReadInPiecesOnWorkers() throws Exception {
        DevPayrConfig config = config(server().baseUrl());
        Content content = new Content(200_000);

        send(transport(config), config, 200_000, () -> content).get(30, TimeUnit.SECONDS);

        assertThat(content.threads).isNotEmpty().allMatch(name -> name.startsWith(VertxResources.WORKER_POOL));
        assertThat(content.largestRead).hasValueLessThanOrEqualTo(StreamWriter.PIECE_BYTES);
    }

    @Test
    void isClosedWhenTheCallIsCancelled() throws Exception {
        DevPayrConfig config = config("http://127.0.0.1:" + unresponsiveServer().getLocalPort() + "/");
        Content content = new Content(LARGE);
        CompletableFuture<RawResponse> response = send(transport(config), config, LARGE, () -> content);
        assertThat(content.read.await(10, TimeUnit.SECONDS)).isTrue();

        response.cancel(true);

        assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isClosedWhenTheClientIsClosed() throws Exception {
        DevPayrConfig config = config("http://127.0.0.1:" + unresponsiveServer().getLocalPort() + "/");
        Content content = new Content(LARGE);
        VertxTransport transport = transport(config);
        CompletableFuture<RawResponse> response = send(transport, config, LARGE, () -> content);
        assertThat(content.read.await(10, TimeUnit.SECONDS)).isTrue();

        transport.close();

        assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> response.get(10, TimeUnit.SECONDS))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void isClosedWhenItCannotBeRead() throws Exception {
        RawServer server = server();
        DevPayrConfig config = config(server.baseUrl());
        IOException unreadable = new IOException("unreadable");
        Content content = new Content(200_000, unreadable);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() ->
                        send(transport(config), config, LARGE, () -> content).get(30, TimeUnit.SECONDS))
                .withCause(unreadable);
        assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void isClosedWhenTheCallWasCancelledBeforeItWasOpen() throws Exception {
        RawServer server = server();
        DevPayrConfig config = config(server.baseUrl());
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Content content = new Content(10);
        CompletableFuture<RawResponse> response = send(transport(config), config, 10, () -> {
            opening.countDown();
            RawServer.await(cancelled);
            return content;
        });
        assertThat(opening.await(10, TimeUnit.SECONDS)).isTrue();

        response.cancel(true);
        cancelled.countDown();

        assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void isOpenedBeforeAnythingIsSent() throws Exception {
        RawServer server = server();
        DevPayrConfig config = config(server.baseUrl());
        IOException missing = new IOException("missing");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> send(transport(config), config, 10, () -> {
                            throw missing;
                        })
                        .get(30, TimeUnit.SECONDS))
                .withCause(missing);
        assertThat(server.requests()).isEmpty();
        assertThat(server.closedByClient().getCount()).isEqualTo(1);
    }

    @Test
    void endsTheRequestIfItHasAnotherLength() throws Exception {
        RawServer server = server();
        DevPayrConfig config = config(server.baseUrl());
        VertxTransport transport = transport(config);

        for (int length : new int[] {9, 11}) {
            Content content = new Content(10);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(
                            () -> send(transport, config, length, () -> content).get(30, TimeUnit.SECONDS))
                    .withMessageContaining("does not have " + length + " bytes");
            assertThat(content.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(server.requests()).isEmpty();
    }

    /** Zeros, optionally followed by a failure. Records the reads. */
    private static final class Content extends InputStream {
        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final Queue<String> threads = new ConcurrentLinkedQueue<>();
        private final AtomicInteger largestRead = new AtomicInteger();
        private final @Nullable IOException failure;
        private int remaining;

        Content(int length) {
            this(length, null);
        }

        Content(int length, @Nullable IOException failure) {
            this.remaining = length;
            this.failure = failure;
        }

        @Override
        public int read() {
            throw new AssertionError("the body must be read in pieces");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            read.countDown();
            threads.add(Thread.currentThread().getName());
            largestRead.accumulateAndGet(length, Math::max);
            if (remaining == 0 && failure != null) {
                throw failure;
            }
            int count = Math.min(remaining, length);
            remaining -= count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            threads.add(Thread.currentThread().getName());
            closed.countDown();
        }
    }
}
