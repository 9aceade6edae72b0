package com.devpayr.spring.webhook;

import com.devpayr.error.ConfigurationException;
import com.devpayr.secret.Secret;
import com.devpayr.spring.RefreshedProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The current webhook secrets, read from the environment for every delivery so that they can be replaced without a restart.
 * While they are missing or invalid, as can happen while a configuration is being replaced, the last valid ones are used.
 */
public final class WebhookSecrets implements Supplier<List<Secret>> {
    private static final String SECRET = "devpayr.webhooks.secret";
    private static final String PREVIOUS_SECRETS = "devpayr.webhooks.previous-secrets";

    private final RefreshedProperties properties;
    private volatile List<Secret> current;

    /** @throws ConfigurationException if the secret is missing, or one of the secrets is invalid */
    WebhookSecrets(ConfigurableEnvironment environment) {
        this.properties = new RefreshedProperties(environment);
        this.current = read();
    }

    @Override
    public List<Secret> get() {
        try {
            List<Secret> now = read();
            current = now;
            return now;
        } catch (ConfigurationException invalid) {
            return current;
        }
    }

    private List<Secret> read() {
        List<Secret> secrets = new ArrayList<>(secret(properties));
        secrets.addAll(previousSecrets(properties));
        return List.copyOf(secrets);
    }

    /**
     * Returns the configured secrets. Omits those that are missing or invalid, and all previous ones if their list cannot be read.
     */
    public static List<Secret> valid(RefreshedProperties properties) {
        List<Secret> secrets = new ArrayList<>(validOrNone(() -> secret(properties)));
        for (String previous : validOrNone(() -> properties.list(PREVIOUS_SECRETS))) {
            secrets.addAll(validOrNone(() -> List.of(secret(PREVIOUS_SECRETS, previous))));
        }
        return secrets;
    }

    private static <T> List<T> validOrNone(Supplier<List<T>> secrets) {
        try {
            return secrets.get();
        } catch (ConfigurationException invalid) {
            return List.of();
        }
    }

    private static List<Secret> secret(RefreshedProperties properties) {
        return List.of(secret(SECRET, properties.get(SECRET)));
    }

    private static List<Secret> previousSecrets(RefreshedProperties properties) {
        return properties.list(PREVIOUS_SECRETS).stream()
                .map(previous -> secret(PREVIOUS_SECRETS, previous))
                .toList();
    }

    private static Secret secret(String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new ConfigurationException(property, "is not set; set the webhook secret of the project or account");
        }
        try {
            return Secret.of(value);
        } catch (ConfigurationException tooShort) {
            throw new ConfigurationException(property, "is shorter than 8 characters; use a longer one");
        }
    }
}
