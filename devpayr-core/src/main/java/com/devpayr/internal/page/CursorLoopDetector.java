package com.devpayr.internal.page;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Detects lists that do not end, in constant memory: a long sequence of empty pages, and cursors that form a loop. Uses
 * Brent's algorithm, which keeps one earlier cursor and replaces it at every power of two. Not safe for use by multiple
 * threads.
 */
public final class CursorLoopDetector {
    /** Pages may be empty, since a server may filter rows after it has selected them. */
    private static final int MAX_EMPTY_PAGES = 100;

    private final Operation operation;
    private int emptyPages;
    private @Nullable String kept;
    private long steps;
    private long limit = 1;

    /** Creates a detector for one pass over the pages of a list. */
    public CursorLoopDetector(Operation operation) {
        this.operation = operation;
    }

    /**
     * Checks a page and the cursor of the next one, before that is requested.
     *
     * @param rows the number of rows of the page
     * @throws ProtocolException if the cursor leads back to an earlier page, or after 100 consecutive empty pages
     */
    public void check(int rows, String cursor) {
        checkRows(rows);
        checkCursor(cursor);
    }

    private void checkRows(int rows) {
        emptyPages = rows == 0 ? emptyPages + 1 : 0;
        if (emptyPages == MAX_EMPTY_PAGES) {
            throw new ProtocolException(
                    operation, emptyPages + " consecutive pages are empty, and next_cursor continues");
        }
    }

    private void checkCursor(String cursor) {
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
