package com.devpayr.config;

/** The source of the domain, in order of precedence. */
public enum DomainSource {
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
