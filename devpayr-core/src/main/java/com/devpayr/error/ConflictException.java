package com.devpayr.error;

/** Status 409: the request conflicts with the current state of the resource. */
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    ConflictException(Builder builder) {
        super(builder);
    }
}
