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

/** What a failure means for the next try and for the circuit. Asks the operation and the exception's type only. */
final class Meaning {
    private static final Set<Operation> DELETES =
            EnumSet.of(PROJECT_DELETE, DOMAIN_DELETE, LICENSE_DELETE, INJECTABLE_DELETE);

    private Meaning() {}

    /** Whether the same request may be sent again, and may fare better. */
    static boolean isRepeatable(Throwable failure) {
        if (failure instanceof TransportException transport) {
            return isTrouble(transport) && isHarmless(transport.operation(), !transport.requestMayHaveBeenSent());
        }
        return failure instanceof ApiException refusal
                && isTemporary(refusal.status())
                && isHarmless(refusal.operation(), !SideEffects.mayHaveActed(refusal));
    }

    private static boolean isHarmless(Operation operation, boolean hasNotHappened) {
        return operation.repeat().isSafe() || hasNotHappened;
    }

    private static boolean isTemporary(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** Whether the request provably never left, be it that the client was closed between two tries. */
    static boolean neverLeft(Throwable failure) {
        return failure instanceof IllegalStateException
                || (failure instanceof TransportException transport && !transport.requestMayHaveBeenSent());
    }

    /** Whether the answer says that a delete has done its work, given that an earlier try may have done it. */
    static boolean isDeleted(Operation operation, Throwable answer) {
        return answer instanceof NotFoundException && DELETES.contains(operation);
    }

    /** Whether DevPayr could not be reached or was in trouble: what opens a circuit. */
    static boolean isOutage(Throwable failure) {
        if (failure instanceof OutcomeUnknownException unknown) {
            Throwable cause = unknown.getCause();
            return cause != null && isOutage(cause);
        }
        return failure instanceof ServerException
                || (failure instanceof TransportException transport && isTrouble(transport));
    }

    /** Whether DevPayr was there and answered for itself: what closes a circuit again. */
    static boolean isAnswer(Throwable failure) {
        return failure instanceof ApiException && !isOutage(failure);
    }

    private static boolean isTrouble(TransportException failure) {
        return switch (failure.kind()) {
            case CONNECT, TIMEOUT, BROKEN -> true;
            case NOT_SENT, INTERRUPTED -> false;
        };
    }
}
