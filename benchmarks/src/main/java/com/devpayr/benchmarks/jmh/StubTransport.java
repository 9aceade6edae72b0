package com.devpayr.benchmarks.jmh;

import com.devpayr.benchmarks.server.StubResponses;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.operation.Operation;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A transport without a network that returns responses from memory. */
final class StubTransport implements HttpTransport {
    static final DevPayrConfig CONFIG = DevPayrConfig.builder()
            .apiKey("gk_1_1700000000_0123456789abcdef0123456789abcdef")
            .licenseKey("0197a0b1-5f00-7000-8000-00000000cafe")
            .domain("shop.example.com")
            .build();

    private static final byte[] LICENSE = StubResponses.LICENSE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAID = StubResponses.PAID.getBytes(StandardCharsets.UTF_8);

    private final ResponseReader responses = new ResponseReader(CONFIG);

    @Override
    public CompletableFuture<RawResponse> send(RawRequest request) {
        return CompletableFuture.completedFuture(RawResponse.of(200, Map.of(), bytes(request.operation())));
    }

    /** Reads the JSON of a response. */
    @Nullable
    Object read(Operation operation) {
        try {
            return responses.readSuccess(operation, new ByteArrayInputStream(bytes(operation)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(Operation operation) {
        return operation == Operation.PAYMENT_CHECK ? PAID : LICENSE;
    }

    @Override
    public void close() {}
}
