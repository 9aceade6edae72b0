package com.devpayr.error;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;

/** A call of an operation whose credential is not configured. Nothing was sent. */
public final class MissingCredentialException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /** Creates the exception for an operation whose credential is missing. */
    public MissingCredentialException(Operation operation) {
        super(operation.credential().setting(), explain(operation));
        this.operation = operation;
    }

    private static String explain(Operation operation) {
        Credential credential = operation.credential();
        return "is not configured but required by " + operation.id()
                + "; set it in the DevPayrConfig builder, or set the" + " environment variable " + credential.variable()
                + " or " + credential.variable() + "_FILE";
    }

    /** Returns the operation that was called. */
    public Operation operation() {
        return operation;
    }
}
