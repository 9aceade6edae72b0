package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the application is not permitted to run because DevPayr denied the license or the configuration is invalid;
 * see {@link #reason()}. An outage causes a {@link LicenseUnknownException} instead.
 */
public final class LicenseDeniedException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final DenialReason reason;

    /**
     * Creates an exception.
     *
     * @param reason the reason for the denial
     * @param message the message for the user
     * @param cause the error response or configuration error; null if DevPayr's response was not an error, as for {@link
     *     DenialReason#UNPAID}
     */
    public LicenseDeniedException(DenialReason reason, String message, @Nullable DevPayrException cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns the reason for the denial. */
    public DenialReason reason() {
        return reason;
    }
}
