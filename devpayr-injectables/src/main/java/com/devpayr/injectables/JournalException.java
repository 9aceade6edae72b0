package com.devpayr.injectables;

/** Thrown when the journal of a root cannot be used, and therefore the root as a whole. */
final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason a predicate of which the root is the subject, such as {@code is in use by another process} */
    JournalException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
