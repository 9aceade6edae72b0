package com.devpayr.internal.resilience;

import java.time.Duration;

/**
 * The settings below {@code devpayr.resilience}, by names such as {@code retry.max-attempts}.
 *
 * <p>Each method returns the default value if the setting is not set, and throws a {@link
 * com.devpayr.error.ConfigurationException} with the complete name if it is invalid.
 */
public interface ResilienceSettings {
    /** Returns a flag. */
    boolean getBoolean(String name, boolean defaultValue);

    /** Returns a whole number of at least 1. */
    int getCount(String name, int defaultValue);

    /** Returns a percentage: more than 0, at most 100. */
    float getPercentage(String name, float defaultValue);

    /** Returns a duration of more than zero. */
    Duration getDuration(String name, Duration defaultValue);

    /** Returns a maximum time to wait; zero not to wait. */
    Duration getTimeout(String name, Duration defaultValue);
}
