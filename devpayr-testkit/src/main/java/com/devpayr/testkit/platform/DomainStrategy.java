package com.devpayr.testkit.platform;

/**
 * How a project decides where its licenses may run.
 *
 * <p>Source: wire contract, section 4, item 5, which is our decision.
 */
public enum DomainStrategy {
    /** A pinned license on its domain exactly; any other on every verified, active domain of the project. */
    PROJECT_DOMAINS,
    /** Each license on the first identifiers that it is used from, up to its limits. */
    LICENSE_DOMAINS
}
