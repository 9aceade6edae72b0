package com.devpayr.internal.policy;

import com.devpayr.call.CallOptions;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.internal.wire.UnreadableUploadException;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Translates the failures of HTTP libraries, by how far the request got. In doubt it may have been processed. */
public final class TransportFailures {
    private TransportFailures() {}

    /** Returns the exception for a request that failed with an I/O error. */
    public static DevPayrException translate(Operation operation, IOException failure) {
        if (failure instanceof UnreadableUploadException unreadable) {
            return unreadable.toInvalidRequest();
        }
        Kind kind = kind(failure);
        return kind == Kind.CONNECT
                ? ConnectFailure.of(null, failure).toException(operation)
                : new TransportException(operation, kind, failure);
    }

    /**
     * Returns the exception for a request that failed in any way; what is no failure of a transport stays as it is. HTTP
     * libraries throw an {@link IllegalArgumentException} for a header that they cannot parse, such as the JDK's client for a
     * {@code Content-Length} that is not a number.
     */
    public static Throwable translate(Operation operation, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new TransportException(operation, Kind.TIMEOUT, failure);
        }
        if (failure instanceof IllegalArgumentException) {
            return new ProtocolException(
                    operation,
                    "the HTTP library cannot parse it (" + failure.getClass().getSimpleName() + ")");
        }
        return failure instanceof IOException broken ? translate(operation, broken) : failure;
    }

    /**
     * Returns the exception for a request that failed in any way. A {@link TimeoutException} without a message, with which
     * {@link java.util.concurrent.CompletableFuture#orTimeout} completes, is the timeout of the call.
     *
     * @param options options of the call, whose timeout takes the place of the configured one
     * @param callTimeout configured timeout
     */
    public static Throwable translate(
            Operation operation, Throwable failure, CallOptions options, Duration callTimeout) {
        if (!(failure instanceof TimeoutException) || failure.getMessage() != null) {
            return translate(operation, failure);
        }
        Duration own = options.timeout();
        return own == null
                ? TransportException.timeout(operation, callTimeout, "callTimeout")
                : TransportException.timeout(operation, own, "timeout");
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || TlsFailures.isHandshake(failure)) {
            return Kind.CONNECT;
        }
        if (failure instanceof InterruptedIOException) {
            return Thread.currentThread().isInterrupted() ? Kind.INTERRUPTED : Kind.TIMEOUT;
        }
        return Kind.CONNECTION_LOST;
    }
}
