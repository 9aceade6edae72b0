package com.devpayr.error;

/** Status 401: DevPayr does not know the credential. Check the configured key. */
public final class UnauthorizedException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnauthorizedException(Builder builder) {
        super(builder);
    }
}
