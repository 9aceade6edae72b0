package com.devpayr.spring.actuate;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Masks keys and the secret in every spelling, also where an application lets its endpoints show values. */
final class SecretSanitizer implements SanitizingFunction {
    private static final Set<String> SECRET = Set.of("devpayrapikey", "devpayrlicensekey", "devpayrsecret");

    @Override
    public SanitizableData apply(SanitizableData data) {
        String plain = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return SECRET.stream().anyMatch(plain::endsWith) ? data.withSanitizedValue() : data;
    }
}
