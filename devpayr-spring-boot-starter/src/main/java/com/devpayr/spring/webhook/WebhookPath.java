package com.devpayr.spring.webhook;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The path of the webhook endpoint. */
public final class WebhookPath {
    private static final String PROPERTY = "devpayr.webhooks.path";

    private WebhookPath() {}

    /**
     * Returns the configured path, which is below the context path and the path of Spring MVC's servlet; null if there is no
     * endpoint.
     */
    public static @Nullable String of(Environment environment) {
        return environment.getProperty(PROPERTY);
    }

    /**
     * Returns a configured path.
     *
     * @throws ConfigurationException if it is not a path without patterns
     */
    public static String require(@Nullable String path) {
        if (path == null || !path.matches("/[^*?{}]*")) {
            throw new ConfigurationException(
                    PROPERTY, "is '" + path + "'; it must start with '/' and must not contain *, ?, { or }");
        }
        return path;
    }
}
