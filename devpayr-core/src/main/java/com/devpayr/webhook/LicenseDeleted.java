package com.devpayr.webhook;

/** The event {@code license.deleted}: a license was deleted. */
public final class LicenseDeleted extends LicenseEvent {
    LicenseDeleted(Builder builder) {
        super(builder);
    }
}
