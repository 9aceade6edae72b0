package com.devpayr.jackson.internal;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.InstalledLibrary;

/** The versions of Jackson that the application's build selected. */
public final class JacksonVersion {
    private JacksonVersion() {}

    /**
     * Checks that Jackson is recent enough. Jackson 3 refers to annotations that Spring Boot 3 does not have, and would fail with
     * a {@code NoClassDefFoundError} at the first call.
     *
     * @throws ConfigurationException if data binding or the annotations are older
     */
    public static void check() {
        InstalledLibrary.require("tools.jackson.core", "jackson-databind", "3.1", JacksonVersion.class);
        InstalledLibrary.require("com.fasterxml.jackson.core", "jackson-annotations", "2.21", JacksonVersion.class);
    }
}
