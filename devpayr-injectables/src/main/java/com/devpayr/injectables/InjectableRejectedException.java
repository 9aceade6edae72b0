package com.devpayr.injectables;

/** Thrown when one injectable cannot be applied or reverted. The reason shows no content. */
final class InjectableRejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    InjectableRejectedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
