package com.devpayr.error;

/** 403: the credential may not do this, a plan limit is reached, the license is in the wrong state, or runtime enforcement refused. */
public final class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1L;

    ForbiddenException(ApiFailure failure) {
        super(failure);
    }
}
