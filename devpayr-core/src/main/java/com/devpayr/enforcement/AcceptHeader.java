package com.devpayr.enforcement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses {@code Accept} headers to distinguish browsers from API clients. */
final class AcceptHeader {
    private AcceptHeader() {}

    /** Returns whether the header accepts HTML, and with at least the quality of JSON. */
    static boolean prefersHtml(@Nullable String accept) {
        double html = 0;
        double json = 0;
        for (String range :
                (accept == null ? "" : accept).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].strip();
            if (type.equals("text/html") || type.equals("application/xhtml+xml") || type.equals("text/*")) {
                html = Math.max(html, quality(parts));
            } else if (type.equals("application/json") || type.endsWith("+json")) {
                json = Math.max(json, quality(parts));
            }
        }
        return html > 0 && html >= json;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                return parse(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double parse(String quality) {
        try {
            return Double.parseDouble(quality);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
