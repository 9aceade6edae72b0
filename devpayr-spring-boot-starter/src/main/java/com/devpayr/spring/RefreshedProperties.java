package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Reads the current values of properties from the environment, to which Spring Boot attaches relaxed binding. A blank value
 * counts as not set, one with a placeholder that cannot be resolved is an error.
 */
final class RefreshedProperties {
    private final Environment environment;

    RefreshedProperties(Environment environment) {
        this.environment = environment;
    }

    /**
     * Returns the value; null if it is not set.
     *
     * @throws ConfigurationException if the value refers to a property or variable that is not set
     */
    @Nullable
    String get(String name) {
        try {
            String value = environment.getProperty(name);
            return value == null || value.isBlank() ? null : value;
        } catch (PlaceholderResolutionException unresolved) {
            throw new ConfigurationException(
                    name,
                    "is missing: it refers to ${" + unresolved.getPlaceholder() + "}, which is not set",
                    unresolved);
        }
    }
}
