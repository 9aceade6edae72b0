package com.devpayr.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access to environment variables and system properties. */
public interface SystemEnvironment {
    /** Returns an environment variable; null if it is unset or blank. */
    @Nullable
    String variable(String name);

    /** Returns a system property; null if it is unset or blank. */
    @Nullable
    String property(String name);

    /** Returns the environment of the process. */
    static SystemEnvironment system() {
        return new SystemEnvironment() {
            @Override
            public @Nullable String variable(String name) {
                return blankToNull(System.getenv(name));
            }

            @Override
            public @Nullable String property(String name) {
                return blankToNull(System.getProperty(name));
            }
        };
    }

    /** Returns an environment with the given variables and properties, for tests. */
    static SystemEnvironment of(Map<String, String> variables, Map<String, String> properties) {
        return new SystemEnvironment() {
            @Override
            public @Nullable String variable(String name) {
                return blankToNull(variables.get(name));
            }

            @Override
            public @Nullable String property(String name) {
                return blankToNull(properties.get(name));
            }
        };
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
