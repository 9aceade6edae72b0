package com.devpayr.error;

/** Status 422: a field is invalid. {@link #fieldErrors()} names the fields and the reasons. */
public final class ValidationException extends ApiException {
    private static final long serialVersionUID = 1L;

    ValidationException(Builder builder) {
        super(builder);
    }
}
