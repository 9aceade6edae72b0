package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.error.ConfigurationException;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** Marks an application that has no guard and needs none, since its enforcement mode does not respond to requests. */
final class MissingGuard {
    private static final String SETTING = "devpayr.enforcement.mode";

    private MissingGuard() {}

    /**
     * Creates the mark.
     *
     * @throws ConfigurationException if the mode responds to requests: without a guard it would let every request through
     */
    static MissingGuard require(EnforcementMode mode, Environment environment) {
        if (mode == EnforcementMode.OFF || mode == EnforcementMode.LOG) {
            return new MissingGuard();
        }
        boolean disabled = !environment.getProperty("devpayr.guard.enabled", Boolean.class, true);
        throw new ConfigurationException(
                SETTING,
                "is '" + mode.name().toLowerCase(Locale.ROOT) + "', but "
                        + (disabled ? "devpayr.guard.enabled is false" : "no license key is configured")
                        + ", so no request would be checked");
    }
}
