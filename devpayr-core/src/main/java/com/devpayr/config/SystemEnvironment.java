package com.devpayr.config;

import java.util.Map;
import java.util.function.Function;
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
        return reading(System::getenv, System::getProperty);
    }

    /** Returns an environment with the given variables and properties, for tests. */
    static SystemEnvironment of(Map<String, String> variables, Map<String, String> properties) {
        return reading(variables::get, properties::get);
    }

    private static SystemEnvironment reading(
            Function<String, @Nullable String> variables, Function<String, @Nullable String> properties) {
        return new SystemEnvironment() {
            @Override
            public @Nullable String variable(String name) {
                return blankToNull(variables.apply(name));
            }

            @Override
            public @Nullable String property(String name) {
                return blankToNull(properties.apply(name));
            }
        };
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
