package com.devpayr.spring;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates the settings of the proxy from its properties. */
final class ProxyFactory {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}:]+}");

    private ProxyFactory() {}

    /**
     * Returns the settings; null if there is no host.
     *
     * @throws ConfigurationException if a property is invalid, or only a part of them is set
     */
    static @Nullable ProxySettings create(DevPayrProperties.Proxy properties) {
        String host = value("host", properties.host());
        String username = value("username", properties.username());
        String password = value("password", properties.password());
        String file = value("password-file", properties.passwordFile());
        if (host == null) {
            requireUnset("devpayr.proxy.host", username, password, file);
            return null;
        }
        ProxySettings.Builder proxy = ProxySettings.builder(host, properties.port())
                .noProxy(properties.noProxy().toArray(String[]::new));
        if (username == null) {
            requireUnset("devpayr.proxy.username", password, file);
        } else if (file == null) {
            proxy.credentials(username, password == null ? "" : password);
        } else if (password == null) {
            proxy.credentials(username, Path.of(FileLocation.path("devpayr.proxy.password-file", file)));
        } else {
            throw new ConfigurationException(
                    "devpayr.proxy.password-file", "and devpayr.proxy.password are both set; remove one of them");
        }
        return proxy.build();
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

    private static void requireUnset(String missing, @Nullable String... dependents) {
        for (String dependent : dependents) {
            if (dependent != null) {
                throw new ConfigurationException(
                        missing, "is missing, but there are credentials for the proxy; set it too");
            }
        }
    }
}
