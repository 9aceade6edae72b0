package com.devpayr.config;

/** Where the runtime identifier came from, in the order in which the places are asked. */
public enum DomainSource {
    /** The configuration names it. */
    EXPLICIT,
    /** The system property {@code devpayr.domain}. */
    SYSTEM_PROPERTY,
    /** The environment variable {@code DEVPAYR_DOMAIN} or the file that {@code DEVPAYR_DOMAIN_FILE} names. */
    ENVIRONMENT,
    /** A variable of the application or its hosting; asked only when inference is switched on. */
    INFERRED,
    /** Random bytes, made once and kept in a file of the user's. */
    FINGERPRINT
}
