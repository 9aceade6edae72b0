package com.devpayr.error;

/** 401: the credential is missing or unknown to DevPayr. Check the configured key. */
public final class UnauthorizedException extends ApiException {
    private static final long serialVersionUID = 1L;

    UnauthorizedException(ApiFailure failure) {
        super(failure);
    }
}
