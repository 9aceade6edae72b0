package com.devpayr.testkit;

import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawBody;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import com.devpayr.testkit.internal.http.HttpExchanges;
import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformRequest;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A transport without a network. Passes requests to the platform as they would be sent over HTTP. */
final class InMemoryTransport implements HttpTransport {
    private static final String CLIENT_ADDRESS = "127.0.0.1";

    private final Platform platform;

    InMemoryTransport(Platform platform) {
        this.platform = platform;
    }

    @Override
    public String name() {
        return "in-memory";
    }

    @Override
    public CompletableFuture<RawResponse> send(RawRequest request) {
        try {
            PlatformResponse response = respond(request);
            return response.disconnects()
                    ? CompletableFuture.failedFuture(new IOException("the platform hung up"))
                    : CompletableFuture.completedFuture(new InMemoryResponse(response));
        } catch (IOException unreadable) {
            return CompletableFuture.failedFuture(unreadable);
        }
    }

    private PlatformResponse respond(RawRequest request) throws IOException {
        try {
            return platform.handle(toPlatform(request));
        } catch (ErrorResponseException malformed) {
            return malformed.response();
        }
    }

    private static PlatformRequest toPlatform(RawRequest request) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        String[] target = request.target().split("\\?", 2);
        String rawQuery = target.length == 1 ? null : target[1];
        RawBody body = request.body();
        try (InputStream content = body == null ? InputStream.nullInputStream() : body.open()) {
            return HttpExchanges.request(
                    request.method(), target[0], rawQuery, headers, content.readAllBytes(), CLIENT_ADDRESS);
        }
    }

    @Override
    public void close() {}

    private record InMemoryResponse(PlatformResponse response) implements RawResponse {
        @Override
        public int status() {
            return response.status();
        }

        @Override
        public Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            return headers;
        }

        @Override
        public @Nullable String header(String name) {
            return response.headers().get(name);
        }

        @Override
        public InputStream body() {
            return response.body().get();
        }
    }
}
