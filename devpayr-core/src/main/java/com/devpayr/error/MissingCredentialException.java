package com.devpayr.error;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;

/** A call of an operation whose credential is not configured. Nothing was sent. */
public final class MissingCredentialException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /** Creates the exception for an operation whose credential is missing. */
    public MissingCredentialException(Operation operation) {
        this(operation, credentialOf(operation));
    }

    /** Creates the exception for a raw request whose credential is missing. */
    public MissingCredentialException(Operation operation, Credential credential) {
        super(credential.setting(), explain(operation, credential));
        this.operation = operation;
    }

    private static Credential credentialOf(Operation operation) {
        return requireNonNull(operation.credential(), () -> operation.id() + " requires no credential");
    }

    private static String explain(Operation operation, Credential credential) {
        return "is not configured but required by " + operation.id()
                + "; set it in the DevPayrConfig builder, or set the" + " environment variable " + credential.variable()
                + " or " + credential.variable() + "_FILE";
    }

    /** Returns the operation that was called. */
    public Operation operation() {
        return operation;
    }
}
