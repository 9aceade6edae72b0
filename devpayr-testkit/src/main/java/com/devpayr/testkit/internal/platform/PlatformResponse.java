package com.devpayr.testkit.internal.platform;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A response of the platform.
 *
 * @param status the HTTP status; 0 to close the connection without a response
 * @param headers the headers by name
 * @param body supplies the body; called once
 */
public record PlatformResponse(int status, Map<String, String> headers, Supplier<InputStream> body) {
    private static final String SUCCESS = "Success";

    static PlatformResponse success(@Nullable Object data) {
        return success(200, SUCCESS, data);
    }

    static PlatformResponse success(String message, @Nullable Object data) {
        return success(200, message, data);
    }

    static PlatformResponse created(@Nullable Object data) {
        return success(201, SUCCESS, data);
    }

    private static PlatformResponse success(int status, String message, @Nullable Object data) {
        return json(status, Json.object("status", "success", "message", message, "data", data, "errors", null));
    }

    /** Creates a JSON response. */
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

    /** Returns whether the connection is closed without a response. */
    public boolean disconnects() {
        return status == 0;
    }
}
