package com.devpayr.spring.container;

import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Credential;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The container image of the emulator, and the variables of a container that tell its clients the credentials. */
final class EmulatorImage {
    static final String NAME = "devpayr-emulator";
    static final int PORT = 8787;
    static final String API_KEY = Credential.API_KEY.variable();
    static final String LICENSE_KEY = Credential.LICENSE_KEY.variable();
    static final String SECRET = "DEVPAYR_SECRET";
    static final String DOMAIN = "DEVPAYR_DOMAIN";

    private EmulatorImage() {}

    static String baseUrl(String host, int port) {
        return "http://" + host + ":" + port + "/api/v1/";
    }

    /** Returns the value of a variable; null if it is not set. */
    static @Nullable String get(Map<String, ? extends @Nullable String> variables, String name) {
        String value = variables.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * Verifies that a container declares a key. Otherwise no key would be used, not even those of the properties.
     *
     * @throws ConfigurationException if it declares none
     */
    static void requireKey(Map<String, ? extends @Nullable String> variables, String container) {
        if (get(variables, API_KEY) == null && get(variables, LICENSE_KEY) == null) {
            throw new ConfigurationException(
                    "devpayr.api-key",
                    "and devpayr.license-key are not known, since " + container + " provides the connection; set "
                            + API_KEY + " or " + LICENSE_KEY
                            + " in its environment to a key of the emulator's seed file");
        }
    }
}
