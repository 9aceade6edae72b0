package com.devpayr.spring.diagnosis;

import com.devpayr.internal.config.SettingNames;

/** Suggestions for fixing a property that is missing or invalid. */
final class FixSuggestions {
    private FixSuggestions() {}

    static String forProperty(String property) {
        String variable = SettingNames.variableOfProperty(property);
        if (property.endsWith("-file")) {
            String value = property.substring(0, property.length() - "-file".length());
            return "Set " + property + " (or " + variable
                    + ") to the path of a file that this process can read, or set " + value + " to the value itself.";
        }
        return switch (property) {
            case "devpayr.api-key", "devpayr.license-key", "devpayr.secret" ->
                "Set " + property + " (or " + variable + ") to the value from DevPayr's dashboard, or " + property
                        + "-file to the path of a file that contains it. A backend needs devpayr.api-key, a licensed"
                        + " application devpayr.license-key.";
            case "devpayr.webhooks.secret" ->
                "Set devpayr.webhooks.secret (or " + variable + ") to the webhook secret of the project or account, or"
                        + " remove devpayr.webhooks.path.";
            case "devpayr.webhooks.previous-secrets" ->
                "Set devpayr.webhooks.previous-secrets to the secrets that are being replaced, and each placeholder in it to"
                        + " a value, or remove it.";
            case "devpayr.base-url" ->
                "Set devpayr.base-url to an https URL, or to an http URL of localhost. To use http in a trusted network,"
                        + " set devpayr.allow-plain-http=true.";
            case "devpayr.domain" ->
                "Set devpayr.domain (or " + variable + ") to the domain of the application, such as shop.example.com,"
                        + " or to any stable identifier of printable ASCII characters.";
            case "devpayr.enforcement.mode" ->
                "Set devpayr.license-key (or DEVPAYR_LICENSE_KEY) and do not set devpayr.guard.enabled to false, or set"
                        + " devpayr.enforcement.mode to log or off.";
            case "devpayr.proxy.host" ->
                "Set devpayr.proxy.host to the host of the proxy, without a scheme, and devpayr.proxy.port to its port. The"
                        + " base URL must be https.";
            case "devpayr.ssl.bundle" ->
                "Define the bundle with spring.ssl.bundle.jks.<name> or spring.ssl.bundle.pem.<name>, or remove"
                        + " devpayr.ssl.bundle.";
            case "devpayr.injectables.root" ->
                "Create the directory, or set devpayr.injectables.root to one that exists.";
            default -> "Change the value of " + property + ".";
        };
    }
}
