package com.devpayr.testkit.platform;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the platform answers.
 *
 * @param status the HTTP status; 0 when it hangs up without an answer
 * @param headers by name
 * @param body opened once, when it is sent
 */
public record PlatformResponse(int status, Map<String, String> headers, Supplier<InputStream> body) {
    static PlatformResponse success(@Nullable Object data) {
        return success(200, data);
    }

    static PlatformResponse created(@Nullable Object data) {
        return success(201, data);
    }

    private static PlatformResponse success(int status, @Nullable Object data) {
        return json(status, Json.object("status", "success", "message", "Success", "data", data, "errors", null));
    }

    /** An answer of a status with a value as its body. */
    public static PlatformResponse json(int status, Object body) {
        byte[] bytes = Json.bytes(body);
        return new PlatformResponse(
                status, Map.of("Content-Type", "application/json"), () -> new ByteArrayInputStream(bytes));
    }

    PlatformResponse with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new PlatformResponse(status, all, body);
    }

    /** Whether the connection ends without an answer. */
    public boolean disconnects() {
        return status == 0;
    }
}
