package com.devpayr.internal.policy;

import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/** How far a request got, told from the error that ended it. In doubt it may have arrived. */
public final class TransportFailures {
    private TransportFailures() {}

    /** The exception for a request that ended with an I/O error. */
    public static TransportException of(Operation operation, IOException failure) {
        return new TransportException(operation, kind(failure), failure);
    }

    private static Kind kind(IOException failure) {
        if (failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException) {
            return Kind.CONNECT;
        }
        if (failure instanceof InterruptedIOException) {
            return Thread.currentThread().isInterrupted() ? Kind.INTERRUPTED : Kind.TIMEOUT;
        }
        return Kind.CONNECTION_LOST;
    }
}
