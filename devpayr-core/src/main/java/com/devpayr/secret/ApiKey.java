package com.devpayr.secret;

import com.devpayr.internal.model.HeaderValue;
import org.jspecify.annotations.Nullable;

/**
 * An API key, which authenticates a vendor's backend. DevPayr's dashboard shows it once.
 *
 * <p>{@link #toString()} masks the value. Comparison takes constant time.
 */
public final class ApiKey {
    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Returns a key as issued by DevPayr.
     *
     * @throws com.devpayr.error.ConfigurationException if the value is not allowed in an HTTP header
     */
    public static ApiKey of(String value) {
        return new ApiKey(HeaderValue.require("apiKey", value));
    }

    /** Returns the value in plain text. Never log it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKey that && Masked.equalsInConstantTime(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the type name and the masked value. */
    @Override
    public String toString() {
        return Masked.toString("ApiKey");
    }
}
