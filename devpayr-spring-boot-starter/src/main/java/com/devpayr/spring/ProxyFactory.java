package com.devpayr.spring;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.proxy.ProxyProperties;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates the settings of the proxy from its properties. */
final class ProxyFactory {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}:]+}");

    private ProxyFactory() {}

    /**
     * Returns the settings; null if no property is set.
     *
     * @throws ConfigurationException if a property is invalid, or only a part of them is set
     */
    static @Nullable ProxySettings create(DevPayrProperties.Proxy properties) {
        ProxyProperties proxy = new ProxyProperties();
        proxy.host(value("host", properties.host()));
        proxy.port(properties.port());
        proxy.username(value("username", properties.username()));
        proxy.password(value("password", properties.password()));
        String file = value("password-file", properties.passwordFile());
        if (file != null) {
            proxy.passwordFile(Path.of(FileLocation.path("devpayr.proxy.password-file", file)));
        }
        proxy.noProxy(properties.noProxy());
        return proxy.toSettings();
    }

    /** A placeholder that cannot be resolved is bound as it is. */
    private static @Nullable String value(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        Matcher unresolved = PLACEHOLDER.matcher(value);
        if (unresolved.find()) {
            throw new ConfigurationException(
                    "devpayr.proxy." + name, "is missing: it refers to " + unresolved.group() + ", which is not set");
        }
        return value;
    }
}
