package com.devpayr.error;

import com.devpayr.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * DevPayr was not reached, or the connection ended before a whole answer came. Says nothing about the license or the
 * credential.
 */
public final class TransportException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    /** How far the request got. */
    public enum Kind {
        /** No connection could be made: the request has not left. */
        CONNECT,
        /** This client held it back (an open circuit, a full bulkhead, a used-up rate): the request has not left. */
        REJECTED_LOCALLY,
        /** No whole answer within the configured time: the request may have been acted on. */
        TIMEOUT,
        /** The connection broke: the request may have been acted on. */
        CONNECTION_LOST,
        /** The waiting thread was interrupted; its interrupt flag is set. The request may have been acted on. */
        INTERRUPTED
    }

    private final Operation operation;
    private final Kind kind;

    /**
     * @param operation what was asked
     * @param kind how far it got
     * @param cause the transport's own error, or null when there is none
     */
    public TransportException(Operation operation, Kind kind, @Nullable Throwable cause) {
        super(operation.id() + " " + describe(kind) + (cause == null ? "" : ": " + reason(cause)), cause);
        this.operation = operation;
        this.kind = kind;
    }

    private static String describe(Kind kind) {
        return switch (kind) {
            case CONNECT -> "could not connect to DevPayr; check the base URL and the network";
            case REJECTED_LOCALLY -> "was held back by this client and not sent";
            case TIMEOUT -> "got no whole answer from DevPayr in time";
            case CONNECTION_LOST -> "lost its connection to DevPayr before the answer was whole";
            case INTERRUPTED -> "was interrupted while it waited for DevPayr";
        };
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }

    /** How far it got. */
    public Kind kind() {
        return kind;
    }

    /** Whether DevPayr may have acted on the request; false only when it provably never left. */
    public boolean requestMayHaveBeenSent() {
        return kind != Kind.CONNECT && kind != Kind.REJECTED_LOCALLY;
    }
}
