package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * A setting is missing or cannot be used. Thrown when the setting is read, before any request; the message says which
 * one, what is wrong with it and what to do.
 */
public sealed class ConfigurationException extends DevPayrException permits MissingCredentialException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * @param setting the setting's name as the user knows it: {@code baseUrl}, {@code DEVPAYR_API_KEY_FILE}
     * @param problem what is wrong and what to do, without the setting's value when that is secret
     */
    public ConfigurationException(String setting, String problem) {
        this(setting, problem, null);
    }

    /** As {@link #ConfigurationException(String, String)}, with the reason for it. */
    public ConfigurationException(String setting, String problem, @Nullable Throwable cause) {
        super(setting + " " + problem, cause);
        this.setting = setting;
    }

    /** The name of the setting that is wrong. */
    public String setting() {
        return setting;
    }
}
