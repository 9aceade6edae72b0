package com.devpayr.webhook;

/** The event {@code license.created}: a license was created. */
public final class LicenseCreated extends LicenseEvent {
    LicenseCreated(Builder builder) {
        super(builder);
    }
}
