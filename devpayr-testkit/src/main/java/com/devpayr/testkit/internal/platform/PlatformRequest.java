package com.devpayr.testkit.internal.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the platform, in process or over HTTP.
 *
 * @param method the HTTP method
 * @param path the raw path relative to the base URL, without a leading slash
 * @param rawQuery the raw query; null if absent
 * @param query the decoded query parameters
 * @param headers the headers by case-insensitive name
 * @param input the fields of the body; a file is a byte array
 * @param ip the IP address of the client
 */
public record PlatformRequest(
        String method,
        String path,
        @Nullable String rawQuery,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, @Nullable Object> input,
        String ip) {

    /** Returns a request without headers and body. */
    public static PlatformRequest withoutBody(String method, String path, @Nullable String rawQuery) {
        return new PlatformRequest(method, path, rawQuery, Map.of(), Map.of(), Map.of(), "");
    }

    /** Returns the request with another path. */
    public PlatformRequest at(String other) {
        return new PlatformRequest(method, other, rawQuery, query, headers, input, ip);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** Returns the effective HTTP method: a form sent by POST can override it with the field {@code _method}. */
    String effectiveMethod() {
        return method.equals("POST") && input.get("_method") instanceof String override ? override : method;
    }
}
