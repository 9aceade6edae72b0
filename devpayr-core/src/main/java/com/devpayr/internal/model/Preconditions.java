package com.devpayr.internal.model;

import com.devpayr.error.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Checks of arguments that can never be right; everything else is DevPayr's to judge. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * A value that must be there.
     *
     * @throws InvalidRequestException when it is null
     */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequestException(field, "is null; give it a value, or leave it out");
        }
        return value;
    }

    /**
     * Text that must say something.
     *
     * @throws InvalidRequestException when it is null, empty or blank
     */
    public static String text(String field, @Nullable String value) {
        if (present(field, value).isBlank()) {
            throw new InvalidRequestException(field, "is empty; it must hold at least one character that is not blank");
        }
        return present(field, value);
    }

    /**
     * An id, which DevPayr counts from 1.
     *
     * @throws InvalidRequestException when it is zero or negative
     */
    public static long id(String field, long value) {
        if (value < 1) {
            throw new InvalidRequestException(field, "is " + value + "; ids are positive");
        }
        return value;
    }

    /**
     * A limit, which may be 0.
     *
     * @throws InvalidRequestException when it is negative
     */
    public static int notNegative(String field, int value) {
        if (value < 0) {
            throw new InvalidRequestException(field, "is " + value + "; it must be 0 or more");
        }
        return value;
    }
}
