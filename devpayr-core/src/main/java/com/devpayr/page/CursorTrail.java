package com.devpayr.page;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a walk over pages comes back to a cursor that it has seen, in constant memory: Brent's algorithm, which
 * keeps one earlier cursor and moves it on at every power of two.
 */
final class CursorTrail {
    private final Operation operation;
    private @Nullable String kept;
    private long steps;
    private long limit = 1;

    CursorTrail(Operation operation) {
        this.operation = operation;
    }

    void follow(String cursor) {
        if (cursor.equals(kept)) {
            throw new ProtocolException(operation, "a page's next_cursor leads back to a page already read");
        }
        if (++steps == limit) {
            kept = cursor;
            limit *= 2;
            steps = 0;
        }
    }
}
