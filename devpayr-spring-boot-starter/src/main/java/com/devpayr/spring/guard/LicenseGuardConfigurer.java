package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import org.jspecify.annotations.Nullable;

/** Sets a guard up as the properties say. */
final class LicenseGuardConfigurer {
    private static final int LONGEST_NAME = 64;
    private static final String UNNAMED = "application";

    private LicenseGuardConfigurer() {}

    static LicenseGuard.Builder configure(
            LicenseGuard.Builder guard, GuardProperties properties, @Nullable String applicationName) {
        String own = properties.application();
        return guard.application(own != null ? own : usable(applicationName))
                .scope(properties.scope())
                .checkInterval(properties.interval())
                .checkTimeout(properties.deadline())
                .onOutage(policy(properties));
    }

    private static OutagePolicy policy(GuardProperties properties) {
        return switch (properties.policy()) {
            case GRACE -> OutagePolicy.grace(properties.grace());
            case FAIL_CLOSED -> OutagePolicy.failClosed();
            case ADVISORY -> OutagePolicy.advisory();
        };
    }

    /** A name of Spring's may be any text; a lease's holds letters, digits, dots, hyphens and underscores. */
    private static String usable(@Nullable String name) {
        if (name == null) {
            return UNNAMED;
        }
        String clean = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return clean.isEmpty() ? UNNAMED : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
