package com.devpayr.config;

/**
 * The runtime identifier that goes with every request, and where it came from.
 *
 * @param value what {@code X-Devpayr-Domain} carries
 * @param source where it was found
 */
public record ResolvedDomain(String value, DomainSource source) {}
