package com.devpayr.spring.webhook;

import com.devpayr.error.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The path of the webhook endpoint. */
public final class WebhookPath {
    private static final String PROPERTY = "devpayr.webhooks.path";

    private WebhookPath() {}

    /** Returns the path of requests to the endpoint, without the context path; null if there is no endpoint. */
    public static @Nullable String within(Environment environment) {
        String path = environment.getProperty(PROPERTY);
        if (path == null) {
            return null;
        }
        String servletPath = environment.getProperty("spring.mvc.servlet.path", "/");
        return (servletPath.endsWith("/") ? servletPath.substring(0, servletPath.length() - 1) : servletPath) + path;
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
