package com.devpayr.internal.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers in a log. Only values that are known to be harmless are shown. */
public final class LoggedHeaders {
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-encoding",
            "age",
            "cache-control",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "etag",
            "retry-after",
            "server",
            "user-agent",
            "via",
            "x-devpayr-domain",
            "x-request-id");

    private LoggedHeaders() {}

    /** Returns all headers, each after a comma, with the values of unknown ones masked. */
    static String all(Map<String, ? extends Iterable<String>> headers) {
        StringBuilder text = new StringBuilder();
        masked(headers).forEach((name, values) -> values.forEach(value -> append(text, name, value)));
        return text.toString();
    }

    /** Returns the headers in their order, with the values of unknown ones masked. */
    public static Map<String, Collection<String>> masked(Map<String, ? extends Iterable<String>> headers) {
        Map<String, Collection<String>> masked = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            List<String> shown = new ArrayList<>();
            values.forEach(value -> shown.add(isShown(name) ? value : "****"));
            masked.put(name, shown);
        });
        return masked;
    }

    /** Returns the headers about rate limits, each after a comma. */
    static String rateLimit(Map<String, List<String>> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, values) -> {
            if (isAboutRateLimit(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> append(text, name, value));
            }
        });
        return text.toString();
    }

    private static boolean isShown(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return SHOWN.contains(lowerCase) || isAboutRateLimit(lowerCase);
    }

    private static boolean isAboutRateLimit(String name) {
        return name.startsWith("ratelimit") || name.startsWith("x-ratelimit") || name.equals("retry-after");
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(", ").append(printable(name)).append(": ").append(printable(value));
    }

    /** Replaces control characters, which could forge lines of the log. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
