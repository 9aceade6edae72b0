package com.devpayr.testkit.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reached the platform, from whichever side.
 *
 * @param method the HTTP verb
 * @param path relative to the base URL, as it travelled, without a leading slash
 * @param rawQuery as it travelled, null when there was none
 * @param query decoded
 * @param headers by name, whatever its case
 * @param input the body's fields; a file is an array of bytes
 * @param ip where it came from
 */
public record PlatformRequest(
        String method,
        String path,
        @Nullable String rawQuery,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, @Nullable Object> input,
        String ip) {

    /** The same request for another path. */
    public PlatformRequest at(String other) {
        return new PlatformRequest(method, other, rawQuery, query, headers, input, ip);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** The verb that is meant: a form can travel by POST only, and then names it. */
    String meantMethod() {
        return method.equals("POST") && input.get("_method") instanceof String meant ? meant : method;
    }
}
