package com.devpayr.config;

/**
 * The domain that is sent with every request, and its source.
 *
 * @param value the value of the header {@code X-Devpayr-Domain}
 * @param source the source of the value
 */
public record ResolvedDomain(String value, DomainSource source) {}
