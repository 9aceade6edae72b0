package com.devpayr.config;

import com.devpayr.internal.file.StateDirectory;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the domain of the running application. The first source with a value wins:
 *
 * <ol>
 *   <li>the configured domain
 *   <li>the system property {@code devpayr.domain}
 *   <li>{@code DEVPAYR_DOMAIN}, or the file that {@code DEVPAYR_DOMAIN_FILE} refers to
 *   <li>if inference is enabled: {@code APP_DOMAIN}, {@code APP_URL}, {@code SITE_URL}, {@code PUBLIC_URL},
 *       {@code VERCEL_URL}, {@code RENDER_EXTERNAL_URL}, {@code RAILWAY_STATIC_URL}, {@code FLY_APP_NAME}
 *   <li>a fingerprint, generated once from random bytes and stored in a file
 * </ol>
 *
 * <p>Headers of incoming requests are never used: a client could choose the domain.
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
            return resolved("domain", explicit, ResolvedDomain.Source.EXPLICIT);
        }
        String property = environment.property("devpayr.domain");
        if (property != null) {
            return resolved("devpayr.domain", property, ResolvedDomain.Source.SYSTEM_PROPERTY);
        }
        Supplier<String> variable = EnvironmentSetting.find(environment, "DEVPAYR_DOMAIN");
        if (variable != null) {
            return resolved("DEVPAYR_DOMAIN", variable.get(), ResolvedDomain.Source.ENVIRONMENT);
        }
        ResolvedDomain inferred = infer ? infer() : null;
        return inferred != null ? inferred : new ResolvedDomain(fingerprint(), ResolvedDomain.Source.FINGERPRINT);
    }

    private @Nullable ResolvedDomain infer() {
        for (String name : INFERRED) {
            String value = environment.variable(name);
            if (value != null) {
                return resolved(name, value, ResolvedDomain.Source.INFERRED);
            }
        }
        return null;
    }

    private String fingerprint() {
        return new FingerprintFile(StateDirectory.of(environment::property, environment::variable)
                        .resolve("fingerprint"))
                .value();
    }

    private static ResolvedDomain resolved(String setting, String raw, ResolvedDomain.Source source) {
        return new ResolvedDomain(DomainNormalizer.normalize(setting, raw), source);
    }
}
