package com.devpayr.error;

/** 404: no such resource, or not one that the credential may see. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFoundException(ApiFailure failure) {
        super(failure);
    }
}
