package com.devpayr.testkit.internal.platform;

/**
 * The strategy that decides on which domains a license is accepted.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement.
 */
public enum DomainStrategy {
    /**
     * A pinned license is accepted on exactly its domain, any other on every verified, active domain of the project.
     */
    PROJECT_DOMAINS,
    /** A license is accepted on the first identifiers that it is used from, up to its limits. */
    LICENSE_DOMAINS
}
