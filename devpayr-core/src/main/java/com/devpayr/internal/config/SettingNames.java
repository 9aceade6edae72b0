package com.devpayr.internal.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates the names of settings. A setting has up to three names: {@code baseUrl} on the builder, {@code
 * DEVPAYR_BASE_URL} in the environment, and {@code devpayr.base-url} as a property of Spring Boot or of the Vert.x verticle.
 */
public final class SettingNames {
    /** The prefix of all properties. */
    public static final String PROPERTY_PREFIX = "devpayr.";

    private static final String VARIABLE_PREFIX = "DEVPAYR_";
    private static final Pattern WORD = Pattern.compile("-(.)");

    /** The properties by the name of the setting on a builder. */
    private static final Map<String, String> PROPERTIES = properties();

    private SettingNames() {}

    /** Returns the property for an environment variable; null if the variable is not one of DevPayr's. */
    public static @Nullable String propertyOfVariable(String variable) {
        return variable.startsWith(VARIABLE_PREFIX)
                ? PROPERTY_PREFIX
                        + variable.substring(VARIABLE_PREFIX.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                : null;
    }

    /** Returns the environment variable for a property. */
    public static String variableOfProperty(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Returns the property for any of a setting's names, as reported by a {@code ConfigurationException}; the name itself if
     * there is no property for it.
     */
    public static String propertyOf(String setting) {
        String property = propertyOfVariable(setting);
        return property == null ? PROPERTIES.getOrDefault(setting, setting) : property;
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : List.of(
                "api-key",
                "license-key",
                "secret",
                "domain",
                "domain-file",
                "base-url",
                "proxy.port",
                "proxy.username",
                "proxy.password-file",
                "proxy.no-proxy",
                "connect-timeout",
                "read-timeout",
                "call-timeout",
                "max-connections",
                "log",
                "guard.application",
                "guard.check-interval",
                "guard.check-timeout",
                "guard.grace",
                "enforcement.status",
                "enforcement.redirect",
                "enforcement.max-wait",
                "enforcement.include",
                "enforcement.exclude",
                "injectables.root",
                "resilience.deadline",
                "resilience.retry.initial-backoff",
                "resilience.retry.max-backoff",
                "webhooks.tolerance",
                "webhooks.signed-content")) {
            properties.put(camelCase(name.substring(name.lastIndexOf('.') + 1)), PROPERTY_PREFIX + name);
        }
        properties.put("proxy", PROPERTY_PREFIX + "proxy.host");
        properties.put("sslContext", PROPERTY_PREFIX + "ssl.bundle");
        properties.put("maxResponseBytes", PROPERTY_PREFIX + "max-response-size");
        properties.put("maxPayloadResponseBytes", PROPERTY_PREFIX + "max-payload-response-size");
        properties.put("maxBodyBytes", PROPERTY_PREFIX + "webhooks.max-body-size");
        for (String header : List.of("signature", "timestamp", "event", "delivery")) {
            properties.put(header + "Header", PROPERTY_PREFIX + "webhooks.header." + header);
        }
        return Map.copyOf(properties);
    }

    private static String camelCase(String kebabCase) {
        return WORD.matcher(kebabCase).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** Returns the properties of settings with a name on a builder. */
    public static Collection<String> propertiesOfBuilders() {
        return PROPERTIES.values();
    }
}
