package com.devpayr.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * <p>A class with factory methods rather than a record, so that fields can be added without breaking callers.
 *
 * @param <T> type of the listed resources
 */
public final class Page<T> {
    private final List<T> items;
    private final @Nullable String nextCursor;

    private Page(List<T> items, @Nullable String nextCursor) {
        this.items = List.copyOf(items);
        this.nextCursor = nextCursor;
    }

    /** Returns the last page of a list. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Returns a page of a list.
     *
     * @param items rows of the page
     * @param nextCursor opaque cursor of the next page, or null for the last page
     */
    public static <T> Page<T> of(List<T> items, @Nullable String nextCursor) {
        return new Page<>(items, nextCursor);
    }

    /** Returns the rows of the page in the server's order; unmodifiable. */
    public List<T> items() {
        return items;
    }

    /** Returns the opaque cursor of the next page, or null if this is the last one. */
    public @Nullable String nextCursor() {
        return nextCursor;
    }

    /** Returns whether there is a page after this one. */
    public boolean hasNext() {
        return nextCursor != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page<?> that && items.equals(that.items) && Objects.equals(nextCursor, that.nextCursor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items, nextCursor);
    }

    @Override
    public String toString() {
        return "Page[items=" + items + ", nextCursor=" + nextCursor + "]";
    }
}
