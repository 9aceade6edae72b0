package com.devpayr.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a delivery, usually a method reference: {@code request::getHeader} for servlets and Vert.x, {@code
 * headers::getFirst} for Spring.
 */
@FunctionalInterface
public interface WebhookHeaders {
    /** Returns the first value of a header; null if it is absent. Names are not case-sensitive. */
    @Nullable
    String get(String name);
}
