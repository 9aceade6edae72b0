package com.devpayr.license;

import static java.util.Objects.requireNonNull;

/**
 * The domains that a license is validated against, {@code validate_against} in JSON. DevPayr accepts it, but does not return
 * it.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses and Runtime enforcement.
 *
 * @param value value in JSON
 */
public record DomainValidation(String value) {
    /** The verified, active domains of the project, or only the one that the license is restricted to. */
    public static final DomainValidation PROJECT_DOMAINS = new DomainValidation("project_domains");
    /** The domains that the license is first used on, up to its limits. */
    public static final DomainValidation LICENSE_DOMAINS = new DomainValidation("license_domains");

    /** Creates a value, which may be unknown to this version. */
    public DomainValidation {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
