package com.devpayr.domain;

import static java.util.Objects.requireNonNull;

/**
 * What a domain is used for.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged.
 *
 * @param value value in JSON
 */
public record DomainEnvironment(String value) {
    /** The environment that serves customers. */
    public static final DomainEnvironment PRODUCTION = new DomainEnvironment("production");
    /** The environment in which releases are tested. */
    public static final DomainEnvironment STAGING = new DomainEnvironment("staging");
    /** The environment of developers. */
    public static final DomainEnvironment DEVELOPMENT = new DomainEnvironment("development");

    /** Creates a value, which may be unknown to this version. */
    public DomainEnvironment {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
