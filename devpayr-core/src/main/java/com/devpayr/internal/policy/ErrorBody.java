package com.devpayr.internal.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an error response's body that could be read.
 *
 * @param message DevPayr's message; null if there is none
 * @param fieldErrors DevPayr's messages by field
 */
public record ErrorBody(@Nullable String message, Map<String, List<String>> fieldErrors) {
    /** A body without any of the parts: empty, or not JSON. */
    public static final ErrorBody EMPTY = new ErrorBody(null, Map.of());
}
