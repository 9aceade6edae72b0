package com.devpayr.internal.page;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Detects lists whose cursors form a loop, in constant memory. Uses Brent's algorithm, which keeps one earlier cursor and
 * replaces it at every power of two. Not safe for use by multiple threads.
 */
public final class CursorLoopDetector {
    private final Operation operation;
    private @Nullable String kept;
    private long steps;
    private long limit = 1;

    /** Creates a detector for one pass over the pages of a list. */
    public CursorLoopDetector(Operation operation) {
        this.operation = operation;
    }

    /**
     * Checks the cursor of the next page, before it is requested.
     *
     * @throws ProtocolException if the cursor leads back to an earlier page
     */
    public void check(String cursor) {
        if (cursor.equals(kept)) {
            throw new ProtocolException(operation, "next_cursor leads back to a page that was already read");
        }
        if (++steps == limit) {
            kept = cursor;
            limit *= 2;
            steps = 0;
        }
    }
}
