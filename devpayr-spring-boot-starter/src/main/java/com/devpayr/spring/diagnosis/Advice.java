package com.devpayr.spring.diagnosis;

import java.util.Locale;

/** What to do about a property that is missing or wrong. */
final class Advice {
    private Advice() {}

    static String on(String property) {
        if (property.endsWith("-file")) {
            String value = property.substring(0, property.length() - "-file".length());
            return "Make " + property + " (or " + variable(property) + ") name a file that this process can read and"
                    + " that holds the value, or set " + value + " in its place.";
        }
        return switch (property) {
            case "devpayr.api-key", "devpayr.license-key", "devpayr.secret" ->
                "Set " + property + " (or " + variable(property) + ") to the value from DevPayr's dashboard, or "
                        + property + "-file to a file that holds it. A backend needs devpayr.api-key, a licensed copy"
                        + " devpayr.license-key.";
            case "devpayr.base-url" ->
                "Set devpayr.base-url to an https URL, or to http on this machine. For a network that is trusted by"
                        + " other means, set devpayr.allow-plain-http=true.";
            case "devpayr.domain" ->
                "Set devpayr.domain (or DEVPAYR_DOMAIN) to the domain that this copy runs on, such as"
                        + " shop.example.com, or to any stable identifier of printable ASCII characters.";
            default -> "Change " + property + ".";
        };
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
