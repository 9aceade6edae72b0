package com.devpayr.error;

/** Status 404: the resource does not exist, or the credential has no access to it. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFoundException(Builder builder) {
        super(builder);
    }
}
