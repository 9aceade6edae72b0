package com.devpayr.spring.webhook;

import com.devpayr.error.ConfigurationException;
import com.devpayr.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The current webhook secrets, read from the environment for every delivery so that they can be replaced without a restart.
 * While they are missing or invalid, as can happen while a configuration is being replaced, the last valid ones are used.
 */
final class WebhookSecrets implements Supplier<List<Secret>> {
    private static final String SECRET = "devpayr.webhooks.secret";
    private static final String PREVIOUS_SECRETS = "devpayr.webhooks.previous-secrets";

    private final Binder binder;
    private volatile List<Secret> current;

    /** @throws ConfigurationException if the secret is missing, or one of the secrets is invalid */
    WebhookSecrets(ConfigurableEnvironment environment) {
        this.binder = new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                new PropertySourcesPlaceholdersResolver(environment));
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
        List<Secret> secrets = new ArrayList<>();
        secrets.add(
                secret(SECRET, binder.bind(SECRET, Bindable.of(String.class)).orElse("")));
        binder.bind(PREVIOUS_SECRETS, Bindable.listOf(String.class))
                .orElse(List.of())
                .forEach(previous -> secrets.add(secret(PREVIOUS_SECRETS, previous)));
        return List.copyOf(secrets);
    }

    private static Secret secret(String property, String value) {
        if (value.isBlank()) {
            throw new ConfigurationException(property, "is not set; set the webhook secret of the project or account");
        }
        try {
            return Secret.of(value);
        } catch (ConfigurationException tooShort) {
            throw new ConfigurationException(property, "is shorter than 8 characters; use a longer one");
        }
    }
}
