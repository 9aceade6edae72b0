package com.devpayr.webhook;

/** The event {@code license.reactivated}: a revoked license was reactivated. */
public final class LicenseReactivated extends LicenseEvent {
    LicenseReactivated(Builder builder) {
        super(builder);
    }
}
