package com.devpayr.jackson.internal;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.InstalledLibrary;

/** The version of Jackson that the application's build selected. */
public final class JacksonVersion {
    private JacksonVersion() {}

    /**
     * Checks that Jackson is recent enough.
     *
     * @throws ConfigurationException if it is older
     */
    public static void check() {
        InstalledLibrary.require("tools.jackson.core", "jackson-core", "3.1", JacksonVersion.class);
    }
}
