package com.devpayr.webhook;

/** The event {@code license.updated}: a license was changed. */
public final class LicenseUpdated extends LicenseEvent {
    LicenseUpdated(Builder builder) {
        super(builder);
    }
}
