package com.devpayr.internal.policy;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
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
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Translates the failures of HTTP libraries, by how far the request got. In doubt it may have been processed. */
public final class TransportFailures {
    /** The message of OkHttp's exception for an expired call timeout. Others tell why a call was not started. */
    private static final String OKHTTP_CALL_TIMEOUT = "timeout";

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
     * Returns the exception for a request that failed with an I/O error. That of an expired timeout names the setting: a {@link
     * SocketTimeoutException} is the read timeout, OkHttp's {@link InterruptedIOException} the timeout of the call.
     *
     * @param options options of the call, whose timeout takes the place of the configured call timeout
     */
    public static DevPayrException translate(
            Operation operation, IOException failure, CallOptions options, DevPayrConfig config) {
        if (kind(failure) != Kind.TIMEOUT || ConnectFailure.isConnectTimeout(failure)) {
            return translate(operation, failure);
        }
        if (failure instanceof SocketTimeoutException && !isAtMostReadTimeout(options, config)) {
            return TransportException.timeout(operation, config.readTimeout(), "readTimeout", failure);
        }
        return failure instanceof SocketTimeoutException || OKHTTP_CALL_TIMEOUT.equals(failure.getMessage())
                ? callTimeout(operation, failure, options, config)
                : translate(operation, failure);
    }

    /**
     * Returns the exception for a request that failed in any way; what is no failure of a transport stays as it is. HTTP
     * libraries throw an {@link IllegalArgumentException} for a header that they cannot parse, such as the JDK's client for a
     * {@code Content-Length} that is not a number. A {@link TimeoutException} without a message, with which {@link
     * java.util.concurrent.CompletableFuture#orTimeout} completes, is the timeout of the call.
     *
     * @param options options of the call, whose timeout takes the place of the configured call timeout
     */
    public static Throwable translate(
            Operation operation, Throwable failure, CallOptions options, DevPayrConfig config) {
        if (failure instanceof TimeoutException) {
            return failure.getMessage() == null
                    ? callTimeout(operation, failure, options, config)
                    : new TransportException(operation, Kind.TIMEOUT, failure);
        }
        if (failure instanceof IllegalArgumentException) {
            return new ProtocolException(
                    operation,
                    "the HTTP library cannot parse it (" + failure.getClass().getSimpleName() + ")");
        }
        return failure instanceof IOException broken ? translate(operation, broken, options, config) : failure;
    }

    private static TransportException callTimeout(
            Operation operation, Throwable failure, CallOptions options, DevPayrConfig config) {
        Duration own = options.timeout();
        return own == null
                ? TransportException.timeout(operation, config.callTimeout(), "callTimeout", failure)
                : TransportException.timeout(operation, own, "timeout", failure);
    }

    /**
     * Returns whether the call has a timeout of its own that is not longer than the read timeout. A Feign client of the application
     * receives it as its read timeout.
     */
    private static boolean isAtMostReadTimeout(CallOptions options, DevPayrConfig config) {
        Duration own = options.timeout();
        return own != null && own.compareTo(config.readTimeout()) <= 0;
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || TlsFailures.isHandshake(failure)) {
            return Kind.CONNECT;
        }
        if (failure.getCause() instanceof RejectedExecutionException) {
            return Kind.CONNECT; // OkHttp's dispatcher is shut down
        }
        if (failure instanceof InterruptedIOException) {
            return Thread.currentThread().isInterrupted() ? Kind.INTERRUPTED : Kind.TIMEOUT;
        }
        return Kind.CONNECTION_LOST;
    }
}
