package com.devpayr.webhook;

/** The event {@code license.revoked}: a license was revoked. */
public final class LicenseRevoked extends LicenseEvent {
    LicenseRevoked(Builder builder) {
        super(builder);
    }
}
