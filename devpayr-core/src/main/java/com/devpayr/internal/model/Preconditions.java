package com.devpayr.internal.model;

import com.devpayr.error.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Checks for arguments that are never valid. DevPayr performs all other validation. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * Checks that a value is not null.
     *
     * @throws InvalidRequestException if the value is null
     */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequestException(field, "must not be null");
        }
        return value;
    }

    /**
     * Checks that text is neither null nor blank.
     *
     * @throws InvalidRequestException if the text is null or blank
     */
    public static String text(String field, @Nullable String value) {
        if (present(field, value).isBlank()) {
            throw new InvalidRequestException(field, "must not be blank");
        }
        return present(field, value);
    }

    /**
     * Checks that an ID is positive.
     *
     * @throws InvalidRequestException if the ID is zero or negative
     */
    public static long id(String field, long value) {
        if (value < 1) {
            throw new InvalidRequestException(field, "is " + value + " but must be positive");
        }
        return value;
    }

    /**
     * Checks that a limit is not negative.
     *
     * @throws InvalidRequestException if the limit is negative
     */
    public static int notNegative(String field, int value) {
        if (value < 0) {
            throw new InvalidRequestException(field, "is " + value + " but must not be negative");
        }
        return value;
    }
}
