package com.devpayr.error;

/** 429: too many requests, or a license's daily limit is used up; {@link #retryAfter()} says how long to wait when DevPayr said so. */
public final class RateLimitedException extends ApiException {
    private static final long serialVersionUID = 1L;

    RateLimitedException(ApiFailure failure) {
        super(failure);
    }
}
