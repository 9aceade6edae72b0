package com.devpayr.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The SSL bundle that {@code devpayr.ssl.bundle} names. */
public final class ConfiguredSslBundle {
    private ConfiguredSslBundle() {}

    /**
     * The bundle; null when none is named.
     *
     * @throws org.springframework.boot.ssl.NoSuchSslBundleException when there is none of the name
     */
    public static @Nullable SslBundle of(DevPayrProperties properties, ObjectProvider<SslBundles> bundles) {
        String name = properties.ssl().bundle();
        return name == null || name.isBlank() ? null : bundles.getObject().getBundle(name);
    }
}
