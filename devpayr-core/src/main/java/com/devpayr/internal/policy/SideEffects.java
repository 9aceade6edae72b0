package com.devpayr.internal.policy;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;

/**
 * What a failed call may have done all the same. Decides what may be repeated and which outcome is unknown.
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
     * Whether DevPayr may have done what was asked. False only when the request provably never left, or when DevPayr
     * refused it before it acted: any status of its own below 500, and 503 with a {@code Retry-After}. A 408 and every
     * other 5xx may come from a proxy that gave up waiting.
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

    /** What the caller is told: that the outcome is unknown when it is and repeating is not safe, else the failure. */
    public static DevPayrException translate(Operation operation, DevPayrException failure) {
        boolean isKnown = failure instanceof OutcomeUnknownException || !mayHaveActed(failure);
        return isKnown || operation.retrySafety().isSafe() ? failure : new OutcomeUnknownException(operation, failure);
    }
}
