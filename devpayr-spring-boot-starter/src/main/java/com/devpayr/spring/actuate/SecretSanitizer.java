package com.devpayr.spring.actuate;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Sanitizes credentials in every property notation, even if endpoints are configured to show values. */
final class SecretSanitizer implements SanitizingFunction {
    private static final Set<String> SECRETS = Set.of("devpayrapikey", "devpayrlicensekey", "devpayrsecret");

    @Override
    public SanitizableData apply(SanitizableData data) {
        String normalized = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SECRETS.stream().anyMatch(normalized::endsWith) || isWebhookSecret(normalized)
                ? data.withSanitizedValue()
                : data;
    }

    /** Previous secrets are a list, whose elements have an index. */
    private static boolean isWebhookSecret(String normalized) {
        return normalized.matches(".*devpayrwebhooks(secret|previoussecrets\\d*)");
    }
}
