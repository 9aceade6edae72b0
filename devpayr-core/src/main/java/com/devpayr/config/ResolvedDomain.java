package com.devpayr.config;

/**
 * The domain that is sent with every request, and its source.
 *
 * @param value the value of the header {@code X-Devpayr-Domain}
 * @param source the source of the value
 */
public record ResolvedDomain(String value, Source source) {
    /** The source of the domain, in order of precedence. */
    public enum Source {
        /** The configuration. */
        EXPLICIT,
        /** The system property {@code devpayr.domain}. */
        SYSTEM_PROPERTY,
        /** The environment variable {@code DEVPAYR_DOMAIN} or the file that {@code DEVPAYR_DOMAIN_FILE} refers to. */
        ENVIRONMENT,
        /** A variable of the application or the hosting platform. Used only if inference is enabled. */
        INFERRED,
        /** A fingerprint: random bytes, generated once and stored in the user's state directory. */
        FINGERPRINT
    }
}
