package com.devpayr.error;

/** 400: the request made no sense to DevPayr; on a payment check, the calling domain could not be determined. */
public final class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    BadRequestException(ApiFailure failure) {
        super(failure);
    }
}
