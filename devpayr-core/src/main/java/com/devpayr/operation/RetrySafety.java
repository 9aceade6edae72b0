package com.devpayr.operation;

/** The effect of performing an operation again. Retries depend on it, never on the HTTP method. */
public enum RetrySafety {
    /** Changes nothing and is safe to repeat at any time, including {@code POST project/has-paid}. */
    READ,
    /** Results in the same state, no matter how often it is performed. */
    IDEMPOTENT,
    /** Changes the state of a resource and is rejected in the new state, such as revoke and reactivate. */
    STATE_CHANGE,
    /** Creates another resource each time. */
    CREATE;

    /** Returns whether the operation can be repeated although the outcome of the first attempt is unknown. */
    public boolean isSafe() {
        return this == READ || this == IDEMPOTENT;
    }
}
