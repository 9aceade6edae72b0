package com.devpayr.jackson.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.spi.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responses of a transport, reduced to status and body. */
final class Responses {
    static final String SECRET = "s3cr3t";

    private static final ResponseReader READER = new ResponseReader(DevPayrConfig.builder()
            .apiKey(SECRET + "-api")
            .licenseKey(SECRET + "-license")
            .domain("d")
            .build());

    private Responses() {}

    /** Returns the result of an operation for a body with status 200. */
    static @Nullable Object read(Operation operation, String body) {
        return read(operation, 200, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    static <T> T read(Operation operation, Class<T> type, String body) {
        return type.cast(requireNonNull(read(operation, body)));
    }

    /** Returns the result of an operation for the {@code data} of an envelope. */
    static <T> T readData(Operation operation, Class<T> type, String data) {
        return read(
                operation,
                type,
                "{\"status\":\"success\",\"message\":\"Success\",\"data\":" + data + ",\"errors\":null}");
    }

    static Page<?> readPage(Operation operation, String data) {
        return readData(operation, Page.class, data);
    }

    static @Nullable Object read(Operation operation, int status, InputStream body) {
        return read(READER, operation, status, body);
    }

    static @Nullable Object read(ResponseReader reader, Operation operation, int status, InputStream body) {
        try {
            return reader.read(operation, CallOptions.none(), response(status, Map.of(), body));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns a response with headers. */
    static RawResponse response(int status, Map<String, String> headers, InputStream body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, List.of(value)));
        return RawResponse.of(status, values, body);
    }

    /** Returns the exception for a body with a status. */
    static DevPayrException failure(Operation operation, int status, String body) {
        try {
            read(operation, status, new ByteArrayInputStream(body.getBytes(UTF_8)));
        } catch (DevPayrException failure) {
            return failure;
        }
        throw new AssertionError("it was read");
    }
}
