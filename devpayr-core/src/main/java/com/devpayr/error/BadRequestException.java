package com.devpayr.error;

/** Status 400: the request is malformed; for a payment check, DevPayr could not determine the calling domain. */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    BadRequestException(Builder builder) {
        super(builder);
    }
}
