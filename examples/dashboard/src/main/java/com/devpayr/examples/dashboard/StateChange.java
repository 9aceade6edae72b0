package com.devpayr.examples.dashboard;

import com.devpayr.error.DenialReason;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.project.Project;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.LicenseExpired;
import com.devpayr.webhook.LicenseRevoked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a license or a project.
 *
 * @param resource the resource, as {@link #license(long)} or {@link #project(long)} returns it
 * @param at time of the change
 * @param denial reason why the resource denies license checks from then on, or null if it does not
 */
record StateChange(String resource, Instant at, @Nullable DenialReason denial) {
    static String license(long id) {
        return "license " + id;
    }

    static String project(long id) {
        return "project " + id;
    }

    /** Returns the reason why a project denies license checks, or null if it does not. */
    static @Nullable DenialReason denial(Project project) {
        if (!project.isActive() || project.lockedAt() != null) {
            return DenialReason.INACTIVE;
        }
        return project.hasPaid() ? null : DenialReason.UNPAID;
    }

    /** Returns the reason why a license denies license checks after an event, or null if it does not. */
    static @Nullable DenialReason denial(LicenseEvent event, License license) {
        if (event instanceof LicenseRevoked) {
            return DenialReason.REVOKED;
        }
        return event instanceof LicenseExpired ? DenialReason.EXPIRED : denial(license.status());
    }

    private static @Nullable DenialReason denial(@Nullable LicenseStatus status) {
        if (LicenseStatus.REVOKED.equals(status) || LicenseStatus.SUSPENDED.equals(status)) {
            return DenialReason.REVOKED;
        }
        return LicenseStatus.EXPIRED.equals(status) ? DenialReason.EXPIRED : null;
    }

    /** Returns the status of a license after the change. */
    LicenseStatus status() {
        return denial == null ? LicenseStatus.ACTIVE : new LicenseStatus(denial.id());
    }
}
