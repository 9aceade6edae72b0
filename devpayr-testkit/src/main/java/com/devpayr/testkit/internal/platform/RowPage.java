package com.devpayr.testkit.internal.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page of rows with the cursor of the next page. */
final class RowPage<R extends Row> {
    private static final int MAX_SIZE = 50;

    private final NavigableMap<Long, R> rows;
    private final Predicate<R> visible;
    private final int size;
    private final String listPath;
    private final List<R> items = new ArrayList<>();
    private @Nullable Long nextId;

    private RowPage(NavigableMap<Long, R> rows, Predicate<R> visible, int size, String listPath) {
        this.rows = rows;
        this.visible = visible;
        this.size = size;
        this.listPath = listPath;
    }

    /**
     * Returns the requested page: the first one if the cursor is not one of this list.
     *
     * @param rows in the order of the list
     * @throws ErrorResponseException 422 if the page size is invalid
     */
    static <R extends Row> RowPage<R> of(
            RoutedRequest request, NavigableMap<Long, R> rows, Predicate<R> visible, int defaultSize) {
        RowPage<R> page = new RowPage<>(
                rows,
                visible,
                size(request.query("per_page"), defaultSize),
                request.raw().path());
        page.fill(request.query("cursor"));
        return page;
    }

    private void fill(@Nullable String cursor) {
        Long firstId = cursor == null ? null : Cursor.decode(cursor, listPath);
        NavigableMap<Long, R> rest = firstId == null ? rows : rows.tailMap(firstId, true);
        for (R row : rest.values()) {
            if (!visible.test(row)) {
                continue;
            }
            if (items.size() == size) {
                nextId = row.id;
                return;
            }
            items.add(row);
        }
    }

    List<R> items() {
        return items;
    }

    Map<String, @Nullable Object> json(String listName, Function<R, Object> row) {
        return Json.object(
                listName,
                items.stream().map(row).toList(),
                "per_page",
                size,
                "next_cursor",
                nextId == null ? null : Cursor.encode(nextId, listPath));
    }

    /** A size above the maximum is reduced to it; a size below 1 or not a number is an error. */
    private static int size(@Nullable String perPage, int defaultSize) {
        Integer size = perPage == null ? Integer.valueOf(defaultSize) : FieldParsers.integer(perPage);
        if (size == null || size < 1) {
            throw ErrorResponseException.invalid(Map.of("per_page", List.of("The per page field must be at least 1.")));
        }
        return Math.min(size, MAX_SIZE);
    }

    /** Base64, always padded with {@code =} so that clients that do not encode it fail. */
    private static final class Cursor {
        static String encode(long id, String listPath) {
            Object fields = Json.object("id", id, "list", listPath, "_pointsToNextItems", true);
            String json = new String(Json.bytes(fields), StandardCharsets.UTF_8);
            String padded = json.length() % 3 == 0 ? json + " " : json;
            return Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
        }

        /** Returns the id in a cursor; null if it is unreadable or belongs to another list. */
        static @Nullable Long decode(String cursor, String listPath) {
            try {
                Map<?, ?> fields =
                        Json.objectIn(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8));
                return fields != null && listPath.equals(fields.get("list")) && fields.get("id") instanceof Number id
                        ? Long.valueOf(id.longValue())
                        : null;
            } catch (IllegalArgumentException notBase64) {
                return null;
            }
        }
    }
}
