package com.devpayr.page;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.wire.Query;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * <pre>{@code
 * Page<License> newest = devpayr.licenses().list(projectId, PageRequest.ofSize(10));
 * Page<License> older = devpayr.licenses().list(projectId, PageRequest.ofSize(10).after(newest.nextCursor()));
 * }</pre>
 *
 * <p>Source: wire contract, section 1, pagination.
 */
public final class PageRequest implements Query {
    /** The most rows that DevPayr puts on a page. */
    public static final int MAX_SIZE = 50;

    private static final PageRequest FIRST = new PageRequest(null, null);

    private final @Nullable Integer size;
    private final @Nullable String cursor;

    private PageRequest(@Nullable Integer size, @Nullable String cursor) {
        this.size = size;
        this.cursor = cursor;
    }

    /** The first page, of the size that DevPayr chooses (20 or 50, depending on the list). */
    public static PageRequest first() {
        return FIRST;
    }

    /**
     * The first page, of a chosen size.
     *
     * @param size rows on a page, 1 to {@value #MAX_SIZE}
     * @throws InvalidRequestException when it is outside that range
     */
    public static PageRequest ofSize(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidRequestException("per_page", "is " + size + "; a page holds 1 to " + MAX_SIZE + " rows");
        }
        return new PageRequest(size, null);
    }

    /**
     * The page that starts at a cursor, of the same size as this one.
     *
     * @param cursor a {@link Page#nextCursor()}; null asks for the first page
     */
    public PageRequest after(@Nullable String cursor) {
        return new PageRequest(size, cursor);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (size != null) {
            parameters.put("per_page", size.toString());
        }
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        return parameters;
    }

    @Override
    public String toString() {
        return "PageRequest" + parameters();
    }
}
