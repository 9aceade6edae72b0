package com.devpayr.testkit.model;

import com.devpayr.operation.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the platform. Credentials and secrets are masked.
 *
 * @param at the time, according to the platform's clock
 * @param operation the operation; null if the platform has no such route
 * @param method the HTTP method
 * @param target the raw path and query, relative to the base URL
 * @param headers the headers by case-insensitive name; unmodifiable
 * @param fields the fields of the body; a file is shown as its size; unmodifiable
 * @param status the HTTP status of the response; 0 if the connection was closed without a response
 * @param isStubbed whether the response was a {@link StubResponse} and not the platform's own
 */
public record RecordedRequest(
        Instant at,
        @Nullable Operation operation,
        String method,
        String target,
        Map<String, String> headers,
        Map<String, @Nullable Object> fields,
        int status,
        boolean isStubbed) {

    /** Makes the maps unmodifiable. */
    public RecordedRequest {
        headers = Collections.unmodifiableMap(headers);
        fields = Collections.unmodifiableMap(fields);
    }
}
