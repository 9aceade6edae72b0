package com.devpayr.license;

import static java.util.Objects.requireNonNull;

/**
 * A license's state.
 *
 * <p>An open set: a value that this version does not know is kept as it came.
 *
 * @param value the wire's word
 */
public record LicenseStatus(String value) {
    /** It works. */
    public static final LicenseStatus ACTIVE = new LicenseStatus("active");
    /** It was taken back and can be reactivated. */
    public static final LicenseStatus REVOKED = new LicenseStatus("revoked");
    /** Its date has passed. */
    public static final LicenseStatus EXPIRED = new LicenseStatus("expired");
    /** A synonym of revoked in DevPayr's prose. */
    public static final LicenseStatus SUSPENDED = new LicenseStatus("suspended");

    /** Any value, known or not. */
    public LicenseStatus {
        requireNonNull(value, "value");
    }

    /** The wire's word. */
    @Override
    public String toString() {
        return value;
    }
}
