package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
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
 *       {@code VERCEL_URL}, {@code RENDER_EXTERNAL_URL}, {@code RAILWAY_STATIC_URL}, {@code FLY_APP_NAME}, {@code
 *       HEROKU_APP_DEFAULT_DOMAIN_NAME}, {@code WEBSITE_HOSTNAME} (Azure App Service), {@code K_SERVICE} (Cloud Run),
 *       {@code CONTAINER_APP_NAME} (Azure Container Apps)
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
            "FLY_APP_NAME",
            "HEROKU_APP_DEFAULT_DOMAIN_NAME",
            "WEBSITE_HOSTNAME",
            "K_SERVICE",
            "CONTAINER_APP_NAME");

    private final SystemEnvironment environment;
    private final boolean infer;
    private final boolean required;

    /**
     * Creates a resolver.
     *
     * @param infer whether to use variables of the application and the hosting platform
     * @param required whether to fail instead of using a fingerprint
     */
    DomainResolver(SystemEnvironment environment, boolean infer, boolean required) {
        this.environment = environment;
        this.infer = infer;
        this.required = required;
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
        if (required) {
            throw new ConfigurationException(
                    "domain", "is not set, and a fingerprint is not permitted (requireDomain); set DEVPAYR_DOMAIN");
        }
        return new FingerprintFile(StateDirectory.of(environment::property, environment::variable)
                        .resolve("fingerprint"))
                .value();
    }

    private static ResolvedDomain resolved(String setting, String raw, ResolvedDomain.Source source) {
        return new ResolvedDomain(DomainNormalizer.normalize(setting, raw), source);
    }
}
