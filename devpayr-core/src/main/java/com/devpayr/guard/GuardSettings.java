package com.devpayr.guard;

import com.devpayr.call.CallOptions;
import com.devpayr.error.ConfigurationException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates the settings of a {@link LicenseGuard.Builder}. */
final class GuardSettings {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_INTERVAL = Duration.ofDays(31);

    private GuardSettings() {}

    static String requireApplicationName(@Nullable String name) {
        if (name == null) {
            throw new ConfigurationException("application", "is not set; set the name that the lease is bound to");
        }
        if (!APPLICATION.matcher(name).matches()) {
            throw new ConfigurationException(
                    "application",
                    "must be 1 to 64 letters, digits, dots, hyphens and underscores, and start with a letter or digit");
        }
        return name;
    }

    static Duration requireCheckInterval(Duration interval) {
        if (interval.compareTo(MIN_INTERVAL) < 0 || interval.compareTo(MAX_INTERVAL) > 0) {
            throw new ConfigurationException(
                    "checkInterval", "is " + interval + "; it must be from 1 second to 31 days");
        }
        return interval;
    }

    static Duration requireCheckTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new ConfigurationException("checkTimeout", "is " + timeout + "; it must be positive");
        }
        return timeout;
    }

    /** Rejects options that the lease would not be bound to: it is bound to the license key and domain of the configuration. */
    static void requireConfiguredIdentity(CallOptions options) {
        if (options.licenseKey() != null || options.domain() != null) {
            throw new ConfigurationException(
                    "licenseKey",
                    "or domain are options of this client's calls, but the guard uses those of its configuration; pass a client"
                            + " with the license key and domain in its DevPayrConfig");
        }
    }
}
