package com.devpayr.page;

import com.devpayr.error.InvalidRequestException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one page of a list.
 *
 * <pre>{@code
 * Page<License> newest = devpayr.licenses().list(projectId, PageRequest.ofSize(10));
 * Page<License> older = devpayr.licenses().list(projectId, PageRequest.ofSize(10).withCursor(newest.nextCursor()));
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public final class PageRequest {
    /** Maximum number of rows per page. */
    public static final int MAX_SIZE = 50;

    private static final PageRequest FIRST = new PageRequest(null, null);

    private final @Nullable Integer size;
    private final @Nullable String cursor;

    private PageRequest(@Nullable Integer size, @Nullable String cursor) {
        this.size = size;
        this.cursor = cursor;
    }

    /** Returns a request for the first page with DevPayr's default size: 20 or 50 rows, depending on the list. */
    public static PageRequest first() {
        return FIRST;
    }

    /**
     * Returns a request for the first page.
     *
     * @param size maximum number of rows per page, 1 to {@value #MAX_SIZE}
     * @throws InvalidRequestException if the size is outside that range
     */
    public static PageRequest ofSize(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidRequestException("per_page", "is " + size + " but must be between 1 and " + MAX_SIZE);
        }
        return new PageRequest(size, null);
    }

    /**
     * Returns a request of the same size for the page that starts at a cursor.
     *
     * @param cursor {@link Page#nextCursor()} of the previous page, or null for the first page
     */
    public PageRequest withCursor(@Nullable String cursor) {
        return new PageRequest(size, cursor);
    }

    /** Returns the maximum number of rows per page, or null for DevPayr's default. */
    public @Nullable Integer size() {
        return size;
    }

    /** Returns the cursor that the page starts at, or null for the first page. */
    public @Nullable String cursor() {
        return cursor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageRequest that
                && Objects.equals(size, that.size)
                && Objects.equals(cursor, that.cursor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, cursor);
    }

    @Override
    public String toString() {
        return "PageRequest[size=" + size + ", cursor=" + cursor + "]";
    }
}
