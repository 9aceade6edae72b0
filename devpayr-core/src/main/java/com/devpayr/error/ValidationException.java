package com.devpayr.error;

/** 422: a field is wrong; {@link #fieldErrors()} says which and why. */
public final class ValidationException extends ApiException {
    private static final long serialVersionUID = 1L;

    ValidationException(ApiFailure failure) {
        super(failure);
    }
}
