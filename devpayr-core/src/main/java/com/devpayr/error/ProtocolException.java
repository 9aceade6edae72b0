package com.devpayr.error;

import com.devpayr.operation.Operation;

/**
 * What answered does not speak DevPayr's protocol: an HTML page, a redirect, truncated or oversized JSON, a field of
 * the wrong type. Usually a proxy, a captive portal or a wrong base URL.
 */
public final class ProtocolException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    private final Operation operation;

    /**
     * @param operation what was asked
     * @param problem what was wrong with the answer, without quoting it
     */
    public ProtocolException(Operation operation, String problem) {
        super(operation.id() + " got an answer that is not DevPayr's: " + problem, null);
        this.operation = operation;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }
}
