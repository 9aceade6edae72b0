package com.devpayr.secret;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A secret that injectables are encrypted and signed with, or that webhooks are signed with.
 *
 * <p>{@link #toString()} masks the value. Comparison takes constant time.
 */
public final class Secret {
    private static final int MIN_LENGTH = 8;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Returns a secret.
     *
     * @param value at least 8 characters, which is DevPayr's minimum and not secure; use 256 random bits, for example from
     *     {@code openssl rand -hex 32}
     * @throws ConfigurationException if the value is shorter
     */
    public static Secret of(String value) {
        if (value.codePointCount(0, value.length()) < MIN_LENGTH) {
            throw new ConfigurationException(
                    "secret", "is shorter than " + MIN_LENGTH + " characters; use a longer one");
        }
        return new Secret(value);
    }

    /** Returns the value in plain text. Never log it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && Masked.equalsInConstantTime(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the type name and the masked value. */
    @Override
    public String toString() {
        return Masked.toString("Secret");
    }
}
