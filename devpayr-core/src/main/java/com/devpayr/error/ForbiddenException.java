package com.devpayr.error;

/**
 * Status 403: the credential lacks permission, a limit of the plan is reached, the license is in the wrong state, or
 * DevPayr denies the license.
 */
public final class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1L;

    ForbiddenException(Builder builder) {
        super(builder);
    }
}
