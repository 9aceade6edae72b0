package com.devpayr.error;

import com.devpayr.operation.Operation;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an answer with a status of 400 or more said.
 *
 * @param operation what was asked
 * @param status the HTTP status
 * @param message DevPayr's message, null when there was none
 * @param fieldErrors its messages by field
 * @param retryAfter how long it asks to wait, null when it did not say
 */
public record ApiFailure(
        Operation operation,
        int status,
        @Nullable String message,
        Map<String, List<String>> fieldErrors,
        @Nullable Duration retryAfter)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Copies the field errors and keeps their order. */
    public ApiFailure {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fieldErrors.forEach((field, messages) -> copy.put(field, List.copyOf(messages)));
        fieldErrors = Collections.unmodifiableMap(copy);
    }

    String describe() {
        List<String> parts = new ArrayList<>();
        parts.add(operation.id() + " was answered with " + status);
        if (message != null) {
            parts.add(message);
        }
        fieldErrors.forEach((field, messages) -> parts.add(field + ": " + String.join(" ", messages)));
        if (retryAfter != null) {
            parts.add("retry after " + retryAfter.toSeconds() + " s");
        }
        return String.join("; ", parts);
    }
}
