package com.devpayr.jackson.internal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one type of value. */
@FunctionalInterface
interface ValueReader<T> {
    /**
     * Reads the value at the current token, which is never {@code null}. Ends at its last token.
     *
     * @return null if the value means the same as an absent one
     * @throws WrongValueException if the value is of another type
     */
    @Nullable
    T read(JsonParser parser);
}
