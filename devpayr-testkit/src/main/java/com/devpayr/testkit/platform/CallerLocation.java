package com.devpayr.testkit.platform;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param ip its address
 * @param country its two-letter country; null when it is not known
 */
public record CallerLocation(String ip, @Nullable String country) {}
