package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * A missing or invalid setting. Thrown when the setting is read, before any request is sent. The message names the setting,
 * the problem and the remedy.
 */
public sealed class ConfigurationException extends DevPayrException permits MissingCredentialException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * Creates an exception.
     *
     * @param setting name of the setting as users know it, such as {@code baseUrl} or {@code DEVPAYR_API_KEY_FILE}
     * @param problem problem and remedy, to follow the name of the setting; without the value of a secret setting
     */
    public ConfigurationException(String setting, String problem) {
        this(setting, problem, null);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param setting name of the setting as users know it, such as {@code baseUrl} or {@code DEVPAYR_API_KEY_FILE}
     * @param problem problem and remedy, to follow the name of the setting; without the value of a secret setting
     * @param cause cause, or null if there is none
     */
    public ConfigurationException(String setting, String problem, @Nullable Throwable cause) {
        super(setting + " " + problem, cause);
        this.setting = setting;
    }

    /** Returns the name of the setting. */
    public String setting() {
        return setting;
    }
}
