package com.devpayr.error;

import com.devpayr.operation.Operation;

/**
 * A create or a state change may or may not have happened: the request left, and no usable answer came back.
 * Repeating it blindly could do it twice; the message says how to find out.
 */
public final class OutcomeUnknownException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /**
     * @param operation what was asked
     * @param cause what happened instead of an answer
     */
    public OutcomeUnknownException(Operation operation, DevPayrException cause) {
        super(
                operation.id() + " may or may not have happened. "
                        + operation.reconciliationHint().orElse("Look at the resource before repeating it.")
                        + " What went wrong: " + cause.getMessage(),
                cause);
        this.operation = operation;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }
}
