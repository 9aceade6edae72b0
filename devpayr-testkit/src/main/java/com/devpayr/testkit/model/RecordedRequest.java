package com.devpayr.testkit.model;

import com.devpayr.operation.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the platform. Credentials and secrets are masked.
 *
 * @param at when, by the platform's clock
 * @param operation what it asked for; null when the platform has no such route
 * @param method the HTTP verb
 * @param target path and query as they travelled, relative to the base URL
 * @param headers by name, whatever its case; unmodifiable
 * @param fields the fields of its body; a file is shown as its size; unmodifiable
 * @param status what it was answered; 0 for nothing
 */
public record RecordedRequest(
        Instant at,
        @Nullable Operation operation,
        String method,
        String target,
        Map<String, String> headers,
        Map<String, @Nullable Object> fields,
        int status) {

    /** Keeps the maps from being changed. */
    public RecordedRequest {
        headers = Collections.unmodifiableMap(headers);
        fields = Collections.unmodifiableMap(fields);
    }
}
