package com.devpayr.config;

import com.devpayr.error.ConfigurationException;

/**
 * The domain that is sent with every request, and its source.
 *
 * @param value the value of the header {@code X-Devpayr-Domain}
 * @param source the source of the value
 */
public record ResolvedDomain(String value, Source source) {
    /**
     * Returns a configured domain.
     *
     * @param domain a domain, a URL whose host is used, or any stable identifier
     * @throws ConfigurationException if it is invalid
     */
    public static ResolvedDomain of(String domain) {
        return new ResolvedDomain(DomainNormalizer.normalize("domain", domain), Source.EXPLICIT);
    }

    /** Returns the domain with its source, such as {@code shop.example.com (configured)}. */
    public String description() {
        return value + " (" + source.description + ")";
    }

    /**
     * Verifies that all instances of an application can have this domain.
     *
     * @param sharedSetting the setting that makes them share something that is bound to the domain
     * @throws ConfigurationException if it is a fingerprint, which differs between machines
     */
    public void requireShareable(String sharedSetting) {
        if (source == Source.FINGERPRINT) {
            throw new ConfigurationException(
                    "devpayr.domain",
                    "is not set, so each machine generates another one, and nothing is shared in spite of "
                            + sharedSetting + "; set the same domain for all instances");
        }
    }

    /** The source of the domain, in order of precedence. */
    public enum Source {
        /** The configuration. */
        EXPLICIT("configured"),
        /** The system property {@code devpayr.domain}. */
        SYSTEM_PROPERTY("system property devpayr.domain"),
        /** The environment variable {@code DEVPAYR_DOMAIN} or the file that {@code DEVPAYR_DOMAIN_FILE} refers to. */
        ENVIRONMENT("DEVPAYR_DOMAIN or domain file"),
        /** A variable of the application or the hosting platform. Used only if inference is enabled. */
        INFERRED("inferred"),
        /** A fingerprint: random bytes, generated once and stored in the user's state directory. */
        FINGERPRINT("generated");

        private final String description;

        Source(String description) {
            this.description = description;
        }
    }
}
