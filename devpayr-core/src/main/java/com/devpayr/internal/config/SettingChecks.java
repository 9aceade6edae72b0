package com.devpayr.internal.config;

import com.devpayr.error.ConfigurationException;
import java.time.Duration;

/** Checks of the values of settings. */
public final class SettingChecks {
    private SettingChecks() {}

    /**
     * Returns the duration if it is positive.
     *
     * @param setting the name of the setting
     * @throws ConfigurationException if it is zero or negative
     */
    public static Duration positive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new ConfigurationException(setting, "is " + value + "; it must be positive");
        }
        return value;
    }

    /**
     * Returns the number if it is at least 1.
     *
     * @param setting the name of the setting
     * @throws ConfigurationException if it is zero or negative
     */
    public static int positive(String setting, int value) {
        if (value < 1) {
            throw new ConfigurationException(setting, "is " + value + "; it must be at least 1");
        }
        return value;
    }
}
