package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the license could not be verified: DevPayr could not be reached, no grace period applies, and the outage policy
 * does not permit the application to run without a verdict. Not a denial; retry when DevPayr is reachable.
 */
public final class LicenseUnknownException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the message for the user
     * @param cause the failure of the last license check; null if no check has been attempted
     */
    public LicenseUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
