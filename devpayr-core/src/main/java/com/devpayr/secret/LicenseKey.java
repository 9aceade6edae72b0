package com.devpayr.secret;

import com.devpayr.internal.model.HeaderValue;
import org.jspecify.annotations.Nullable;

/**
 * A license key, which authenticates a licensed application: the UUID of the license, not its ID.
 *
 * <p>{@link #toString()} masks the value. Comparison takes constant time.
 */
public final class LicenseKey {
    private final String value;

    private LicenseKey(String value) {
        this.value = value;
    }

    /**
     * Returns a key as issued by DevPayr.
     *
     * @throws com.devpayr.error.ConfigurationException if the value is not allowed in an HTTP header
     */
    public static LicenseKey of(String value) {
        return new LicenseKey(HeaderValue.require("licenseKey", value));
    }

    /** Returns the value in plain text. Never log it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LicenseKey that && Masked.equalsInConstantTime(value, that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the type name and the masked value. */
    @Override
    public String toString() {
        return Masked.toString("LicenseKey");
    }
}
