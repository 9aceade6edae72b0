package com.devpayr.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to connect to DevPayr. A bean of this type replaces the {@code devpayr.*} properties for the same
 * settings, for example in a test or with a container. Other settings, such as the proxy, are not replaced:
 *
 * <pre>{@code
 * @Bean
 * DevPayrConnectionDetails connectionDetails(DevPayrEmulator emulator, FakeLicense license) {
 *     return new DevPayrConnectionDetails() {
 *         public String baseUrl() { return emulator.baseUrl(); }
 *         public String licenseKey() { return license.key().reveal(); }
 *     };
 * }
 * }</pre>
 *
 * <p>The keys and the secret are read for every request, so that they can be rotated without a restart. While a method
 * returns null or an invalid value, the last valid value is used.
 */
public interface DevPayrConnectionDetails extends ConnectionDetails {
    /** Returns the base URL of the API; null for the default. Read once. */
    default @Nullable String baseUrl() {
        return null;
    }

    /** Returns the API key for backend operations; null if there is none. */
    default @Nullable String apiKey() {
        return null;
    }

    /** Returns the license key of the application; null if there is none. */
    default @Nullable String licenseKey() {
        return null;
    }

    /** Returns the secret of the injectables; null if there is none. */
    default @Nullable String secret() {
        return null;
    }

    /** Returns the domain of the running application; null to resolve it automatically. Read once. */
    default @Nullable String domain() {
        return null;
    }
}
