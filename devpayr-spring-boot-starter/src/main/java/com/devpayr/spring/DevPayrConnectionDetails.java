package com.devpayr.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where DevPayr is and what authenticates. A bean of this type takes the place of the properties, as a test or a
 * container needs it:
 *
 * <pre>{@code
 * @Bean
 * DevPayrConnectionDetails emulated(DevPayrEmulator emulator, FakeLicense license) {
 *     return new DevPayrConnectionDetails() {
 *         public String baseUrl() { return emulator.baseUrl(); }
 *         public String licenseKey() { return license.key().reveal(); }
 *     };
 * }
 * }</pre>
 *
 * <p>The keys and the secret are asked for anew with every request: what returns another value has rotated it. While
 * one of them is null or cannot be used, the last good value stays.
 */
public interface DevPayrConnectionDetails extends ConnectionDetails {
    /** Where DevPayr is; null for DevPayr itself. Asked once. */
    default @Nullable String baseUrl() {
        return null;
    }

    /** The backend's key; null when there is none. */
    default @Nullable String apiKey() {
        return null;
    }

    /** This copy's key; null when there is none. */
    default @Nullable String licenseKey() {
        return null;
    }

    /** The secret of the injectables; null when there is none. */
    default @Nullable String secret() {
        return null;
    }

    /** Where this copy runs; null to find it out. Asked once. */
    default @Nullable String domain() {
        return null;
    }
}
