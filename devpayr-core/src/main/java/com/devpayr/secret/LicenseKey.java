package com.devpayr.secret;

import org.jspecify.annotations.Nullable;

/**
 * The key of a licensed copy: the license's uuid, never its id.
 *
 * <p>Its value never shows in {@link #toString()}; comparison takes the same time wherever two values differ.
 */
public final class LicenseKey {
    private final String value;

    private LicenseKey(String value) {
        this.value = value;
    }

    /**
     * A key as DevPayr issued it.
     *
     * @throws com.devpayr.error.ConfigurationException when it cannot be a header's value
     */
    public static LicenseKey of(String value) {
        return new LicenseKey(HeaderValue.require("licenseKey", value));
    }

    /** The value itself: for the wire, never for a log. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LicenseKey that && Masked.same(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The type's name with the value masked. */
    @Override
    public String toString() {
        return Masked.show("LicenseKey");
    }
}
