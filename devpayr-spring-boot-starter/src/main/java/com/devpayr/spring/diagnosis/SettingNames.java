package com.devpayr.spring.diagnosis;

import java.util.Locale;

/** The property that a setting of the core is set by: {@code baseUrl} and {@code DEVPAYR_BASE_URL} by the same one. */
final class SettingNames {
    private static final String PREFIX = "devpayr.";
    private static final String VARIABLE = "DEVPAYR_";

    private SettingNames() {}

    static String property(String setting) {
        if (setting.startsWith(PREFIX)) {
            return setting;
        }
        if (setting.startsWith(VARIABLE)) {
            return PREFIX
                    + setting.substring(VARIABLE.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
        }
        return switch (setting) {
            case "maxResponseBytes" -> "devpayr.max-response-size";
            case "maxPayloadResponseBytes" -> "devpayr.max-payload-response-size";
            case "application", "interval", "deadline", "grace" -> "devpayr.guard." + setting;
            default -> PREFIX + kebab(setting);
        };
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
