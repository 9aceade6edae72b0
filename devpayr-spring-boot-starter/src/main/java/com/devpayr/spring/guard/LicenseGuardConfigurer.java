package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import org.jspecify.annotations.Nullable;

/** Applies {@link GuardProperties} to a {@link LicenseGuard.Builder}. */
final class LicenseGuardConfigurer {
    private static final int MAX_NAME_LENGTH = 64;
    private static final String DEFAULT_NAME = "application";

    private LicenseGuardConfigurer() {}

    static LicenseGuard.Builder configure(
            LicenseGuard.Builder builder, GuardProperties properties, @Nullable String springApplicationName) {
        String name = properties.application();
        return builder.application(name != null ? name : sanitize(springApplicationName))
                .scope(properties.scope())
                .checkInterval(properties.checkInterval())
                .checkTimeout(properties.checkTimeout())
                .outagePolicy(outagePolicy(properties));
    }

    private static OutagePolicy outagePolicy(GuardProperties properties) {
        return switch (properties.outagePolicy()) {
            case GRACE -> OutagePolicy.grace(properties.grace());
            case FAIL_CLOSED -> OutagePolicy.failClosed();
            case ADVISORY -> OutagePolicy.advisory();
        };
    }

    /** The name of a Spring application may be any text; the guard accepts letters, digits, dots, hyphens and underscores. */
    private static String sanitize(@Nullable String name) {
        if (name == null) {
            return DEFAULT_NAME;
        }
        String sanitized = name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        return sanitized.isEmpty()
                ? DEFAULT_NAME
                : sanitized.substring(0, Math.min(sanitized.length(), MAX_NAME_LENGTH));
    }
}
