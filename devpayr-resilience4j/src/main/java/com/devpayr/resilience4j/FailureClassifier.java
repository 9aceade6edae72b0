package com.devpayr.resilience4j;

import static com.devpayr.operation.Operation.DOMAIN_DELETE;
import static com.devpayr.operation.Operation.INJECTABLE_DELETE;
import static com.devpayr.operation.Operation.LICENSE_DELETE;
import static com.devpayr.operation.Operation.PROJECT_DELETE;

import com.devpayr.error.ApiException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.policy.SideEffects;
import com.devpayr.operation.Operation;
import java.util.EnumSet;
import java.util.Set;

/**
 * Classifies failures for the retry and the circuit breaker, by operation and exception type; never by HTTP method or
 * message.
 */
final class FailureClassifier {
    private static final Set<Operation> DELETES =
            EnumSet.of(PROJECT_DELETE, DOMAIN_DELETE, LICENSE_DELETE, INJECTABLE_DELETE);

    private FailureClassifier() {}

    /** Returns whether the same request may be sent again and has a chance to succeed. */
    static boolean isRetryable(Throwable failure) {
        if (failure instanceof TransportException transport) {
            return isConnectionFailure(transport)
                    && isSafeToRepeat(transport.operation(), !transport.requestMayHaveBeenSent());
        }
        return failure instanceof ApiException response
                && isTransient(response.status())
                && isSafeToRepeat(response.operation(), !SideEffects.mayHaveActed(response));
    }

    private static boolean isSafeToRepeat(Operation operation, boolean hadNoEffect) {
        return operation.retrySafety().isSafe() || hadNoEffect;
    }

    private static boolean isTransient(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /**
     * Returns whether the request was provably not sent, which includes a client that was closed between two attempts.
     */
    static boolean wasNotSent(Throwable failure) {
        return failure instanceof IllegalStateException
                || (failure instanceof TransportException transport && !transport.requestMayHaveBeenSent());
    }

    /** Returns whether a delete failed because there is nothing to delete. */
    static boolean isAlreadyDeleted(Operation operation, Throwable failure) {
        return failure instanceof NotFoundException && DELETES.contains(operation);
    }

    /** Returns whether DevPayr was unreachable or failed. The circuit breaker records these as errors. */
    static boolean isOutage(Throwable failure) {
        if (failure instanceof OutcomeUnknownException unknown) {
            Throwable cause = unknown.getCause();
            return cause != null && isOutage(cause);
        }
        return failure instanceof ServerException
                || (failure instanceof TransportException transport && isConnectionFailure(transport));
    }

    /** Returns whether DevPayr itself responded. The circuit breaker records these as successes. */
    static boolean isResponse(Throwable failure) {
        return failure instanceof ApiException && !isOutage(failure);
    }

    private static boolean isConnectionFailure(TransportException failure) {
        return switch (failure.kind()) {
            case CONNECT, TIMEOUT, CONNECTION_LOST -> true;
            case REJECTED_LOCALLY, INTERRUPTED -> false;
        };
    }
}
