package com.devpayr.jackson.internal;

import org.jspecify.annotations.Nullable;

/** A value of a response that is missing or of the wrong type, with the path to it. Never contains the value. */
final class WrongValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final @Nullable String reason;

    /** @param reason name of a missing required field, or what the model says of it; null if the path says all */
    WrongValueException(@Nullable String reason) {
        this("", reason);
    }

    private WrongValueException(String path, @Nullable String reason) {
        super(path, null, false, false);
        this.path = path;
        this.reason = reason;
    }

    /** Returns the same problem, seen from one level further out. */
    WrongValueException in(String step) {
        return new WrongValueException(step + path, reason);
    }

    /** Describes the problem. */
    String problem() {
        return (path.isEmpty() ? "a field of data" : "data" + path) + " is missing or of the wrong type"
                + (reason == null ? "" : " (" + reason + ")");
    }
}
