package com.devpayr.secret;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The secret that injectables are encrypted and signed with.
 *
 * <p>Its value never shows in {@link #toString()}; comparison takes the same time wherever two values differ.
 */
public final class Secret {
    private static final int MIN_LENGTH = 8;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A secret of at least 8 characters.
     *
     * @throws ConfigurationException when it is shorter
     */
    public static Secret of(String value) {
        if (value.codePointCount(0, value.length()) < MIN_LENGTH) {
            throw new ConfigurationException(
                    "secret", "is shorter than " + MIN_LENGTH + " characters; use a longer one");
        }
        return new Secret(value);
    }

    /** The value itself: for the wire, never for a log. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && Masked.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The type's name with the value masked. */
    @Override
    public String toString() {
        return Masked.show("Secret");
    }
}
