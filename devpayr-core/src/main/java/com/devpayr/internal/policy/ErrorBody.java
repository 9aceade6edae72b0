package com.devpayr.internal.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What could be read from the body of a refusal.
 *
 * @param message DevPayr's message, null when there was none
 * @param fieldErrors its messages by field
 */
public record ErrorBody(@Nullable String message, Map<String, List<String>> fieldErrors) {
    /** A body that said nothing: empty, or not JSON. */
    public static final ErrorBody EMPTY = new ErrorBody(null, Map.of());
}
