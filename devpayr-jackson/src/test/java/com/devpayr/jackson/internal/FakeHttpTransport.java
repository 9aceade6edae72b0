package com.devpayr.jackson.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A transport that records requests and sends scripted responses. */
final class FakeHttpTransport implements HttpTransport {
    final List<RawRequest> requests = new ArrayList<>();
    int closes;

    private final Function<RawRequest, @Nullable CompletableFuture<RawResponse>> responder;
    private final CallThreads threads;

    FakeHttpTransport(Function<RawRequest, @Nullable CompletableFuture<RawResponse>> responder) {
        this(responder, CallThreads.CURRENT);
    }

    FakeHttpTransport(Function<RawRequest, @Nullable CompletableFuture<RawResponse>> responder, CallThreads threads) {
        this.responder = responder;
        this.threads = threads;
    }

    /** Returns a transport that always sends the same response. */
    static FakeHttpTransport returning(RawResponse response) {
        return new FakeHttpTransport(request -> CompletableFuture.completedFuture(response));
    }

    /** Returns a transport that fails all requests. */
    static FakeHttpTransport failing(Throwable failure) {
        return new FakeHttpTransport(request -> CompletableFuture.failedFuture(failure));
    }

    @Override
    @SuppressWarnings("NullAway") // a broken transport may return null
    public CompletableFuture<RawResponse> send(RawRequest request) {
        requests.add(request);
        return responder.apply(request);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public BlockingGuard blockingGuard() {
        return operation -> {
            if (Thread.currentThread().getName().equals("event loop")) {
                throw new IllegalStateException(operation.id() + " on the event loop");
            }
        };
    }

    @Override
    public CallThreads threads() {
        return threads;
    }

    @Override
    public void close() {
        closes++;
    }

    /** A response whose body is in memory. */
    static final class Response implements RawResponse {
        private final int status;
        private final Map<String, String> headers;
        private final InputStream body;
        private final long bufferedLength;

        @Nullable
        RuntimeException headersFailure;

        int closes;

        Response(int status, Map<String, String> headers, byte[] body) {
            this(status, headers, new ByteArrayInputStream(body), body.length);
        }

        Response(int status, Map<String, String> headers, InputStream body, long bufferedLength) {
            this.status = status;
            this.headers = Map.copyOf(headers);
            this.body = body;
            this.bufferedLength = bufferedLength;
        }

        static Response ok(String body) {
            return new Response(200, Map.of(), body.getBytes(UTF_8));
        }

        /** Returns a response whose body is read from the connection. */
        static Response streamed(int status, InputStream body) {
            return new Response(status, Map.of(), body, -1);
        }

        static Response gzipped(int status, String body) {
            return new Response(status, Map.of("Content-Encoding", "gzip"), gzip(body));
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public Map<String, List<String>> headers() {
            if (headersFailure != null) {
                throw headersFailure;
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            headers.forEach((name, value) -> values.put(name, List.of(value)));
            return values;
        }

        @Override
        public long bufferedLength() {
            return bufferedLength;
        }

        @Override
        public InputStream body() {
            return body;
        }

        @Override
        public void close() {
            closes++;
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Returns the only request that was sent. */
    RawRequest request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests were sent: " + Objects.toString(requests));
        }
        return requests.get(0);
    }
}
