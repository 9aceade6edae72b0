package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** The SSL bundle selected by {@code devpayr.ssl.bundle}. */
final class ConfiguredSslBundle {
    private ConfiguredSslBundle() {}

    /**
     * Returns the context of the SSL bundle; null if none is configured.
     *
     * @throws ConfigurationException if there is no bundle with the configured name
     */
    static @Nullable SSLContext context(DevPayrProperties properties, ObjectProvider<SslBundles> bundles) {
        String name = properties.ssl().bundle();
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return bundles.getObject().getBundle(name).createSslContext();
        } catch (NoSuchSslBundleException missing) {
            throw new ConfigurationException(
                    "devpayr.ssl.bundle", "is '" + name + "', but there is no SSL bundle with that name", missing);
        }
    }
}
