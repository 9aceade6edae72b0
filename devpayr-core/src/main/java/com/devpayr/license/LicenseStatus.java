package com.devpayr.license;

import static java.util.Objects.requireNonNull;

/**
 * The status of a license.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged.
 *
 * @param value value in JSON
 */
public record LicenseStatus(String value) {
    /** The license is valid. */
    public static final LicenseStatus ACTIVE = new LicenseStatus("active");
    /** The license is revoked and can be reactivated. */
    public static final LicenseStatus REVOKED = new LicenseStatus("revoked");
    /** The expiration time has passed. */
    public static final LicenseStatus EXPIRED = new LicenseStatus("expired");
    /** A synonym of revoked in the documentation of DevPayr. */
    public static final LicenseStatus SUSPENDED = new LicenseStatus("suspended");

    /** Creates a value, which may be unknown to this version. */
    public LicenseStatus {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
