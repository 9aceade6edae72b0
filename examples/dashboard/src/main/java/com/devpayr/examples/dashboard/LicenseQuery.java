package com.devpayr.examples.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a license list that a page shows.
 *
 * @param q text to search for; empty for all licenses
 * @param cursor cursor of the page; empty for the first page
 */
record LicenseQuery(String q, String cursor) {
    LicenseQuery(@Nullable String q, @Nullable String cursor) {
        this.q = q == null ? "" : q.strip();
        this.cursor = cursor == null ? "" : cursor;
    }

    /** Returns the request parameters that are not empty. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("q", q, "cursor", cursor));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }
}
