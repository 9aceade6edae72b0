package com.devpayr.testkit.internal.platform;

import org.jspecify.annotations.Nullable;

/**
 * The location of a caller.
 *
 * @param ip the IP address
 * @param country the two-letter country code; null if unknown
 */
public record CallerLocation(String ip, @Nullable String country) {}
