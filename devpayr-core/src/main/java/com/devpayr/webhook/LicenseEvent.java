package com.devpayr.webhook;

import com.devpayr.license.License;
import org.jspecify.annotations.Nullable;

/** An event of a license. Types that are unknown to this version are instances of this class itself. */
public sealed class LicenseEvent extends WebhookEvent
        permits LicenseCreated, LicenseUpdated, LicenseRevoked, LicenseReactivated, LicenseExpired, LicenseDeleted {
    private final @Nullable License license;

    LicenseEvent(Builder builder) {
        super(builder);
        this.license = builder.license;
    }

    /**
     * Returns the license; null if the event does not contain all of its required fields, as may be the case after a deletion. The
     * fields that it contains are in {@link #data()}.
     */
    public final @Nullable License license() {
        return license;
    }

    @Override
    public final @Nullable Long projectId() {
        return license != null && license.projectId() != null ? license.projectId() : number("project_id");
    }
}
