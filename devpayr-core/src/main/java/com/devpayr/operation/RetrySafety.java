package com.devpayr.operation;

/** What it means to perform an operation a second time. Retries ask this, never the HTTP verb. */
public enum RetrySafety {
    /** Changes nothing: safe to repeat at any time, {@code POST project/has-paid} included. */
    READ,
    /** Ends in the same state however often it is performed. */
    IDEMPOTENT,
    /** Moves between states and is refused when it has already happened, as revoke and reactivate are. */
    STATE_CHANGE,
    /** Makes one more resource each time. */
    CREATE;

    /** Whether it can be performed again without knowing what became of the first time. */
    public boolean isSafe() {
        return this == READ || this == IDEMPOTENT;
    }
}
