package com.devpayr.enforcement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an {@code AcceptHeader} header is a browser's or a program's: a program does not ask for HTML, or for JSON rather. */
final class AcceptHeader {
    private AcceptHeader() {}

    static boolean isForPeople(@Nullable String accept) {
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
                return number(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
