package com.devpayr.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what it holds, in the server's order; unmodifiable
 * @param nextCursor where the next page starts, or null when this is the last; opaque
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return nextCursor != null;
    }
}
