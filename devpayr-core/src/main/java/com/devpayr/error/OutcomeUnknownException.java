package com.devpayr.error;

import com.devpayr.operation.Operation;

/**
 * A create or state change that may or may not have taken effect: the request was sent, but no usable response was
 * received. Repeating it could apply it twice. The message says how to find out.
 */
public final class OutcomeUnknownException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /**
     * Creates an exception.
     *
     * @param operation operation whose outcome is unknown
     * @param cause failure that hides the outcome
     */
    public OutcomeUnknownException(Operation operation, DevPayrException cause) {
        super(
                operation.id() + " may or may not have taken effect. "
                        + operation.reconciliationHint().orElse("Check the resource before repeating the call.")
                        + " Cause: " + cause.getMessage(),
                cause);
        this.operation = operation;
    }

    /** Returns the operation whose outcome is unknown. */
    public Operation operation() {
        return operation;
    }
}
