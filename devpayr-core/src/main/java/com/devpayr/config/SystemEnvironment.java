package com.devpayr.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the process was started with: environment variables and system properties. */
public interface SystemEnvironment {
    /** An environment variable; null when it is unset or blank. */
    @Nullable
    String variable(String name);

    /** A system property; null when it is unset or blank. */
    @Nullable
    String property(String name);

    /** This process's own. */
    static SystemEnvironment system() {
        return new SystemEnvironment() {
            @Override
            public @Nullable String variable(String name) {
                return unlessBlank(System.getenv(name));
            }

            @Override
            public @Nullable String property(String name) {
                return unlessBlank(System.getProperty(name));
            }
        };
    }

    /** A made-up one, for tests. */
    static SystemEnvironment of(Map<String, String> variables, Map<String, String> properties) {
        return new SystemEnvironment() {
            @Override
            public @Nullable String variable(String name) {
                return unlessBlank(variables.get(name));
            }

            @Override
            public @Nullable String property(String name) {
                return unlessBlank(properties.get(name));
            }
        };
    }

    private static @Nullable String unlessBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
