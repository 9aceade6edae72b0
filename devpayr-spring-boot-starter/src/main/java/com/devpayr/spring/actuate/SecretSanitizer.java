package com.devpayr.spring.actuate;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.RefreshedProperties;
import com.devpayr.spring.webhook.WebhookSecrets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sanitizes credentials, even if endpoints are configured to show values: by name in every property notation, and by value,
 * since a property may refer to a variable with another name and a command line may contain them.
 */
final class SecretSanitizer implements SanitizingFunction {
    private static final Set<String> SECRETS =
            Set.of("devpayrapikey", "devpayrlicensekey", "devpayrsecret", "devpayrproxypassword");

    private final ObjectProvider<DevPayr> clients;
    private final ObjectProvider<AsyncDevPayr> asyncClients;
    private final RefreshedProperties properties;

    SecretSanitizer(
            ObjectProvider<DevPayr> clients,
            ObjectProvider<AsyncDevPayr> asyncClients,
            ConfigurableEnvironment environment) {
        this.clients = clients;
        this.asyncClients = asyncClients;
        this.properties = new RefreshedProperties(environment);
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return hasSecretName(data) || hasSecretValue(data) ? data.withSanitizedValue() : data;
    }

    private static boolean hasSecretName(SanitizableData data) {
        String normalized = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SECRETS.stream().anyMatch(normalized::endsWith) || isWebhookSecret(normalized);
    }

    /** Previous secrets are a list, whose elements have an index. */
    private static boolean isWebhookSecret(String normalized) {
        return normalized.matches(".*devpayrwebhooks(secret|previoussecrets\\d*)");
    }

    private boolean hasSecretValue(SanitizableData data) {
        Object value = data.getValue();
        if (value == null) {
            return false;
        }
        String text = value.toString();
        return redactions().anyMatch(redaction -> !redaction.apply(text).equals(text))
                || WebhookSecrets.valid(properties).stream().anyMatch(secret -> text.contains(secret.reveal()));
    }

    /** Unfiltered, since an additional client is usually not a default candidate. */
    private Stream<UnaryOperator<String>> redactions() {
        return Stream.concat(
                clients.stream(ObjectProvider.UNFILTERED)
                        .flatMap(client -> redactions(client.config(), client.options())),
                asyncClients.stream(ObjectProvider.UNFILTERED)
                        .flatMap(client -> redactions(client.config(), client.options())));
    }

    /** The options of a client can contain another credential than its configuration. */
    private static Stream<UnaryOperator<String>> redactions(DevPayrConfig config, CallOptions options) {
        return Stream.of(config::redact, options::redact);
    }
}
