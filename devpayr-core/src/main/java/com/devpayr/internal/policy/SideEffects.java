package com.devpayr.internal.policy;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;

/**
 * Decides whether a failed call may have taken effect, and so what may be retried and which outcome is unknown.
 *
 * <pre>{@code
 * SideEffects.mayHaveActed(failure); // false: a create may be sent again
 * }</pre>
 */
public final class SideEffects {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int UNAVAILABLE = 503;

    private SideEffects() {}

    /**
     * Returns whether DevPayr may have performed the call. False only if the request was provably never sent, or if DevPayr
     * rejected it before acting: a status below 500 other than 408, and 503 with a {@code Retry-After} header. A 408 and
     * every other 5xx may come from a proxy that timed out.
     */
    public static boolean mayHaveActed(DevPayrException failure) {
        if (failure instanceof TransportException transport) {
            return transport.requestMayHaveBeenSent();
        }
        if (failure instanceof ApiException refusal) {
            return !isRefusalBeforeActing(refusal);
        }
        return failure instanceof ProtocolException || failure instanceof OutcomeUnknownException;
    }

    private static boolean isRefusalBeforeActing(ApiException refusal) {
        int status = refusal.status();
        return status == UNAVAILABLE ? refusal.retryAfter() != null : status < 500 && status != REQUEST_TIMEOUT;
    }

    /** Returns the exception for the caller: the outcome is unknown if it is and a retry is not safe, else the failure. */
    public static DevPayrException translate(Operation operation, DevPayrException failure) {
        boolean isKnown = failure instanceof OutcomeUnknownException || !mayHaveActed(failure);
        return isKnown || operation.retrySafety().isSafe() ? failure : new OutcomeUnknownException(operation, failure);
    }
}
