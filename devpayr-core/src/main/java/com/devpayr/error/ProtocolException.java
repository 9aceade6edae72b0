package com.devpayr.error;

import com.devpayr.operation.Operation;

/**
 * A response that is not a valid response of DevPayr: an HTML page, a redirect, truncated or oversized JSON, a field of the
 * wrong type. Usually caused by a proxy, a captive portal or a wrong base URL.
 */
public final class ProtocolException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /**
     * Creates an exception.
     *
     * @param operation operation that failed
     * @param problem problem with the response, without its content
     */
    public ProtocolException(Operation operation, String problem) {
        super(operation.id() + " received an invalid response: " + problem, null);
        this.operation = operation;
    }

    /** Returns the operation that failed. */
    public Operation operation() {
        return operation;
    }
}
