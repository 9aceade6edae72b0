package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * This copy may not run: DevPayr refused it, or it is configured wrongly; {@link #reason()} says which. An outage is
 * never this, but a {@link LicenseUnknownException}.
 */
public final class LicenseDeniedException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final DenialReason reason;

    /**
     * @param reason why
     * @param message what to tell people
     * @param cause what DevPayr answered, or null when it answered that nobody has paid
     */
    public LicenseDeniedException(DenialReason reason, String message, @Nullable DevPayrException cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public DenialReason reason() {
        return reason;
    }
}
