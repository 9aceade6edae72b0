package com.devpayr.error;

/** 5xx: trouble on DevPayr's side. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    ServerException(ApiFailure failure) {
        super(failure);
    }
}
