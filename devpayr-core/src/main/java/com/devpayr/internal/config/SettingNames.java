package com.devpayr.internal.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Translates the names of settings. A setting has up to three names: {@code baseUrl} on the builder, {@code
 * DEVPAYR_BASE_URL} in the environment, and {@code devpayr.base-url} as a property of Spring Boot or of the Vert.x verticle.
 */
public final class SettingNames {
    /** The prefix of all properties. */
    public static final String PROPERTY_PREFIX = "devpayr.";

    private static final String VARIABLE_PREFIX = "DEVPAYR_";

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

    /** Returns the property for any of a setting's names, as reported by a {@code ConfigurationException}. */
    public static String propertyOf(String setting) {
        if (setting.startsWith(PROPERTY_PREFIX)) {
            return setting;
        }
        String property = propertyOfVariable(setting);
        return property == null ? PROPERTY_PREFIX + propertyOfBuilder(setting) : property;
    }

    private static String propertyOfBuilder(String setting) {
        return switch (setting) {
            case "maxResponseBytes" -> "max-response-size";
            case "maxPayloadResponseBytes" -> "max-payload-response-size";
            case "application", "checkInterval", "checkTimeout", "grace" -> "guard." + kebabCase(setting);
            case "status", "redirect" -> "enforcement." + setting;
            case "tolerance", "signedContent" -> "webhooks." + kebabCase(setting);
            case "maxBodyBytes" -> "webhooks.max-body-size";
            case "signatureHeader", "timestampHeader", "eventHeader", "deliveryHeader" ->
                "webhooks.header." + setting.substring(0, setting.length() - "Header".length());
            default -> kebabCase(setting);
        };
    }

    private static String kebabCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
