package com.devpayr.domain;

import static java.util.Objects.requireNonNull;

/**
 * What a domain is used for.
 *
 * <p>An open set: a value that this version does not know is kept as it came.
 *
 * @param value the wire's word
 */
public record DomainEnvironment(String value) {
    /** Where customers are served. */
    public static final DomainEnvironment PRODUCTION = new DomainEnvironment("production");
    /** Where releases are tried. */
    public static final DomainEnvironment STAGING = new DomainEnvironment("staging");
    /** Where developers work. */
    public static final DomainEnvironment DEVELOPMENT = new DomainEnvironment("development");

    /** Any value, known or not. */
    public DomainEnvironment {
        requireNonNull(value, "value");
    }

    /** The wire's word. */
    @Override
    public String toString() {
        return value;
    }
}
