package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The detail of the log of requests. */
public enum LogLevel {
    /** Logs nothing. The default. */
    OFF,
    /** Logs one line for each attempt of a call: operation, status, time, sizes and rate limit. */
    INFO,
    /** Also logs each request and response with its headers, without credentials. */
    DEBUG;

    private static final String PROPERTY = "devpayr.log";
    private static final String VARIABLE = "DEVPAYR_LOG";

    /** Returns the level from the system property {@code devpayr.log}, else from the variable {@code DEVPAYR_LOG}. */
    static LogLevel from(SystemEnvironment environment) {
        String property = environment.property(PROPERTY);
        return property == null ? parse(VARIABLE, environment.variable(VARIABLE)) : parse(PROPERTY, property);
    }

    private static LogLevel parse(String setting, @Nullable String value) {
        if (value == null) {
            return OFF;
        }
        for (LogLevel level : values()) {
            if (level.name().equals(value.strip().toUpperCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new ConfigurationException(setting, "is \"" + value + "\"; it must be off, info or debug");
    }
}
