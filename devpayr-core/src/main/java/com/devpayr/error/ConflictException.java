package com.devpayr.error;

/** 409: the request conflicts with the resource's present state. */
public final class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    ConflictException(ApiFailure failure) {
        super(failure);
    }
}
