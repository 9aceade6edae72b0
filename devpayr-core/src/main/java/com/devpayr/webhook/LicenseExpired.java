package com.devpayr.webhook;

/** The event {@code license.expired}: a license expired. */
public final class LicenseExpired extends LicenseEvent {
    LicenseExpired(Builder builder) {
        super(builder);
    }
}
