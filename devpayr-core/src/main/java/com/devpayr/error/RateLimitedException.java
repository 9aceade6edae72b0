package com.devpayr.error;

/**
 * Status 429: too many requests, or the daily limit of the license is exhausted. {@link #retryAfter()} is the time to
 * wait, if DevPayr specified one.
 */
public final class RateLimitedException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitedException(Builder builder) {
        super(builder);
    }
}
