package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * Nobody could tell whether this copy is licensed: DevPayr was not reached, no grace is left, and the policy lets no
 * such copy run. Says nothing against the license; try again when DevPayr can be reached.
 */
public final class LicenseUnknownException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what to tell people
     * @param cause why DevPayr could not be asked, or null when it has not been tried
     */
    public LicenseUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
