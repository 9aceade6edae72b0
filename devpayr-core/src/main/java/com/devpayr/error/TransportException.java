package com.devpayr.error;

import com.devpayr.operation.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure to reach DevPayr or to receive a complete response. Independent of the license and the credential.
 */
public final class TransportException extends DevPayrException {
    private static final long serialVersionUID = 1L;

    /** The kinds of failures, by the progress of the request. */
    public enum Kind {
        /** The connection could not be established. The request was not sent. */
        CONNECT,
        /** This client rejected the call: an open circuit breaker, a full bulkhead, a rate limit. The request was not sent. */
        REJECTED_LOCALLY,
        /** A timeout expired before the response was complete. DevPayr may have processed the request. */
        TIMEOUT,
        /** The connection was lost. DevPayr may have processed the request. */
        CONNECTION_LOST,
        /** The waiting thread was interrupted; its interrupt flag is set. DevPayr may have processed the request. */
        INTERRUPTED
    }

    private final Operation operation;
    private final Kind kind;

    /**
     * Creates an exception.
     *
     * @param operation operation that failed
     * @param kind kind of the failure
     * @param cause error of the transport, or null if there is none
     */
    public TransportException(Operation operation, Kind kind, @Nullable Throwable cause) {
        this(operation, kind, describe(kind, operation.id()) + (cause == null ? "" : ": " + reason(cause)), cause);
    }

    /**
     * Creates the exception for a connection that could not be opened.
     *
     * @param operation operation that failed
     * @param advice problem and remedy, such as "check the base URL and the network"
     * @param cause error of the transport, or null if there is none
     */
    public static TransportException notConnected(Operation operation, String advice, @Nullable Throwable cause) {
        return new TransportException(
                operation,
                Kind.CONNECT,
                "Could not connect to DevPayr for " + operation.id() + "; " + advice
                        + (cause == null ? "" : ": " + reason(cause)),
                cause);
    }

    private TransportException(Operation operation, Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.operation = operation;
        this.kind = kind;
    }

    /**
     * Creates the exception for a timeout that expired.
     *
     * @param operation operation that failed
     * @param timeout configured timeout
     * @param setting name of its setting, such as {@code callTimeout}
     * @param cause error of the transport, or null if there is none
     */
    public static TransportException timeout(
            Operation operation, Duration timeout, String setting, @Nullable Throwable cause) {
        return new TransportException(
                operation,
                Kind.TIMEOUT,
                "Timed out after " + format(timeout) + " waiting for the response to " + operation.id() + " (" + setting
                        + ")",
                cause);
    }

    private static String format(Duration timeout) {
        return timeout.toMillisPart() == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    private static String describe(Kind kind, String operation) {
        return switch (kind) {
            case CONNECT -> "Could not connect to DevPayr for " + operation + "; check the base URL and the network";
            case REJECTED_LOCALLY -> operation + " was rejected by this client; no request was sent";
            case TIMEOUT -> "Timed out waiting for the response to " + operation;
            case CONNECTION_LOST ->
                "Lost the connection to DevPayr before the response to " + operation + " was complete";
            case INTERRUPTED -> "Interrupted while waiting for the response to " + operation;
        };
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** Returns the operation that failed. */
    public Operation operation() {
        return operation;
    }

    /** Returns the kind of the failure. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether DevPayr may have processed the request; false only if it was certainly not sent. */
    public boolean requestMayHaveBeenSent() {
        return kind != Kind.CONNECT && kind != Kind.REJECTED_LOCALLY;
    }
}
