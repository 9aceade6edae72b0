package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Configuration properties for license enforcement in web applications.
 *
 * @param mode Treatment of requests while the application is not permitted to run.
 * @param status HTTP status of responses while the license is denied.
 * @param page Location of the HTML template to send to browsers. Supports the placeholders '{{title}}', '{{message}}' and
 *     '{{reason}}'.
 * @param redirect URL to redirect browsers to in 'redirect' mode.
 * @param maxWait Maximum time that requests wait for the first license check after startup.
 * @param include Path patterns that are subject to enforcement.
 * @param exclude Path patterns that are not subject to enforcement, in addition to the defaults.
 * @param excludeDefaults Whether to exclude the actuator, the error page and static resources from enforcement.
 */
@ConfigurationProperties("devpayr.enforcement")
public record EnforcementProperties(
        @DefaultValue("log") EnforcementMode mode,
        @DefaultValue("402") int status,
        @Nullable Resource page,
        @Nullable String redirect,
        @DefaultValue("10s") Duration maxWait,
        @DefaultValue("/**") List<String> include,
        @DefaultValue({}) List<String> exclude,
        @DefaultValue("true") boolean excludeDefaults) {}
