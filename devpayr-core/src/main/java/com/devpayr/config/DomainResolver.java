package com.devpayr.config;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where this copy runs. The first place that has an answer wins:
 *
 * <ol>
 *   <li>what the configuration names
 *   <li>the system property {@code devpayr.domain}
 *   <li>{@code DEVPAYR_DOMAIN}, or the file that {@code DEVPAYR_DOMAIN_FILE} names
 *   <li>only when inference is switched on: {@code APP_DOMAIN}, {@code APP_URL}, {@code SITE_URL}, {@code PUBLIC_URL},
 *       {@code VERCEL_URL}, {@code RENDER_EXTERNAL_URL}, {@code RAILWAY_STATIC_URL}, {@code FLY_APP_NAME}
 *   <li>a fingerprint, made once from random bytes and kept in a file
 * </ol>
 *
 * <p>Never an incoming request's headers: whoever sends the request would choose the domain.
 */
final class DomainResolver {
    private static final List<String> INFERRED = List.of(
            "APP_DOMAIN",
            "APP_URL",
            "SITE_URL",
            "PUBLIC_URL",
            "VERCEL_URL",
            "RENDER_EXTERNAL_URL",
            "RAILWAY_STATIC_URL",
            "FLY_APP_NAME");

    private final SystemEnvironment environment;
    private final boolean infer;

    DomainResolver(SystemEnvironment environment, boolean infer) {
        this.environment = environment;
        this.infer = infer;
    }

    ResolvedDomain resolve(@Nullable String explicit) {
        if (explicit != null) {
            return resolved("domain", explicit, DomainSource.EXPLICIT);
        }
        String property = environment.property("devpayr.domain");
        if (property != null) {
            return resolved("devpayr.domain", property, DomainSource.SYSTEM_PROPERTY);
        }
        Supplier<String> variable = EnvironmentSetting.find(environment, "DEVPAYR_DOMAIN");
        if (variable != null) {
            return resolved("DEVPAYR_DOMAIN", variable.get(), DomainSource.ENVIRONMENT);
        }
        ResolvedDomain inferred = infer ? infer() : null;
        return inferred != null ? inferred : new ResolvedDomain(fingerprint(), DomainSource.FINGERPRINT);
    }

    private @Nullable ResolvedDomain infer() {
        for (String name : INFERRED) {
            String value = environment.variable(name);
            if (value != null) {
                return resolved(name, value, DomainSource.INFERRED);
            }
        }
        return null;
    }

    private String fingerprint() {
        return new FingerprintFile(StateDirectory.of(environment).resolve("fingerprint")).value();
    }

    private static ResolvedDomain resolved(String setting, String raw, DomainSource source) {
        return new ResolvedDomain(DomainNormalizer.normalize(setting, raw), source);
    }
}
