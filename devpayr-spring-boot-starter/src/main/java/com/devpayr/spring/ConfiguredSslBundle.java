package com.devpayr.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The SSL bundle selected by {@code devpayr.ssl.bundle}. */
public final class ConfiguredSslBundle {
    private ConfiguredSslBundle() {}

    /**
     * Returns the SSL bundle; null if none is configured.
     *
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException if there is no bundle with the configured name
     */
    public static @Nullable SslBundle of(DevPayrProperties properties, ObjectProvider<SslBundles> bundles) {
        String name = properties.ssl().bundle();
        return name == null || name.isBlank() ? null : bundles.getObject().getBundle(name);
    }
}
