package com.devpayr.testkit.internal.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The domains that a license is validated against, {@code validate_against} in the API.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement.
 */
public enum DomainStrategy {
    /**
     * A pinned license is accepted on exactly its domain, any other on every verified, active domain of the project.
     */
    PROJECT_DOMAINS,
    /** A license is accepted on the first identifiers that it is used from, up to its limits. */
    LICENSE_DOMAINS;

    private static final List<String> WIRE_NAMES =
            Stream.of(values()).map(DomainStrategy::wireName).toList();

    /** Returns the value in the API. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the strategy with a value in the API. */
    static DomainStrategy of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Returns the values in the API. */
    static List<String> wireNames() {
        return WIRE_NAMES;
    }
}
