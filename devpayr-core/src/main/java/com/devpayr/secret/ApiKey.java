package com.devpayr.secret;

import org.jspecify.annotations.Nullable;

/**
 * The key of a vendor's backend: opaque, shown once by DevPayr's dashboard.
 *
 * <p>Its value never shows in {@link #toString()}; comparison takes the same time wherever two values differ.
 */
public final class ApiKey {
    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * A key as DevPayr issued it.
     *
     * @throws com.devpayr.error.ConfigurationException when it cannot be a header's value
     */
    public static ApiKey of(String value) {
        return new ApiKey(HeaderValue.require("apiKey", value));
    }

    /** The value itself: for the wire, never for a log. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ApiKey that && Masked.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The type's name with the value masked. */
    @Override
    public String toString() {
        return Masked.show("ApiKey");
    }
}
