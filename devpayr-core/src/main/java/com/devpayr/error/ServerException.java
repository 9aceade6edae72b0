package com.devpayr.error;

/** Status 5xx: an error on the server. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    ServerException(Builder builder) {
        super(builder);
    }
}
