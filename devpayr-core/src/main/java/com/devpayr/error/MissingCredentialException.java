package com.devpayr.error;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;

/** An operation was called whose credential is not configured. Nothing was sent. */
public final class MissingCredentialException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /** The operation's credential is missing. */
    public MissingCredentialException(Operation operation) {
        super(operation.credential().setting(), explain(operation));
        this.operation = operation;
    }

    private static String explain(Operation operation) {
        Credential credential = operation.credential();
        return "is not configured, and " + operation.id() + " needs it: set it on the DevPayrConfig builder, or set "
                + credential.variable() + " or " + credential.variable() + "_FILE in the environment";
    }

    /** What was called. */
    public Operation operation() {
        return operation;
    }
}
