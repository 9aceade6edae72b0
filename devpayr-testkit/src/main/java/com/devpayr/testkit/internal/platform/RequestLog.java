package com.devpayr.testkit.internal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request log. Secrets and contents are masked, and long values truncated, when a request is recorded. */
final class RequestLog {
    private static final int MAX_TAIL = 200;
    private static final String MASK = "****";
    private static final Set<String> SECRET_FIELDS = Set.of("secret", "webhook_secret", "license");
    private static final Set<String> CONTENT_FIELDS = Set.of("content", "file");

    /** Bounds the memory of a request in the log, since anyone who can reach an emulator can send large ones. */
    private static final int MAX_TEXT = 1000;

    private static final int MAX_ENTRIES = 32;

    private final ArrayDeque<RecordedRequest> requests = new ArrayDeque<>();
    private int maximum = Integer.MAX_VALUE;
    private long total;

    void add(Instant at, @Nullable Operation operation, PlatformRequest request, int status, boolean isStubbed) {
        requests.add(new RecordedRequest(
                at,
                operation,
                request.method(),
                target(request),
                headers(request.headers()),
                fields(request.input()),
                status,
                isStubbed));
        total++;
        dropOldest();
    }

    void limit(int latest) {
        maximum = latest;
        dropOldest();
    }

    private void dropOldest() {
        while (requests.size() > maximum) {
            requests.remove();
        }
    }

    List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    RequestLogTail after(long number) {
        long missing = number > total ? total : total - number;
        int size = (int) Math.min(Math.min(missing, requests.size()), MAX_TAIL);
        List<RecordedRequest> tail = new ArrayList<>();
        Iterator<RecordedRequest> latestFirst = requests.descendingIterator();
        while (tail.size() < size) {
            tail.add(latestFirst.next());
        }
        Collections.reverse(tail);
        return new RequestLogTail(total, total - requests.size(), tail);
    }

    void clear() {
        requests.clear();
    }

    /** Returns the path and query with masked secrets. */
    static String target(PlatformRequest request) {
        String query = request.rawQuery();
        String path = shorten(request.path());
        return query == null ? path : path + "?" + shorten(masked(query));
    }

    /** Masks license keys, also those whose parameter has an encoded name or brackets, which PHP accepts. */
    private static String masked(String rawQuery) {
        return Stream.of(rawQuery.split("&", -1))
                .map(pair -> isLicense(pair) ? pair.substring(0, pair.indexOf('=') + 1) + MASK : pair)
                .collect(Collectors.joining("&"));
    }

    private static boolean isLicense(String pair) {
        int end = pair.indexOf('=');
        return end >= 0 && isSecret(decode(pair.substring(0, end)));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }

    private static boolean isSecret(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        int bracket = word.indexOf('[');
        return SECRET_FIELDS.contains(bracket < 0 ? word : word.substring(0, bracket));
    }

    private static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.entrySet().stream()
                .limit(MAX_ENTRIES)
                .forEach(header -> masked.put(shorten(header.getKey()), shorten(header.getValue())));
        for (Credential credential : Credential.values()) {
            masked.computeIfPresent(credential.header(), (name, value) -> MASK);
        }
        masked.computeIfPresent("Authorization", (name, value) -> MASK);
        masked.computeIfPresent("Cookie", (name, value) -> MASK);
        return masked;
    }

    private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        input.entrySet().stream()
                .limit(MAX_ENTRIES)
                .forEach(field -> masked.put(shorten(field.getKey()), shown(field.getKey(), field.getValue())));
        return masked;
    }

    private static @Nullable Object shown(String name, @Nullable Object value) {
        if (isSecret(name)) {
            return MASK;
        }
        if (value instanceof byte[] file) {
            return file.length + " bytes";
        }
        if (CONTENT_FIELDS.contains(name) && value != null) {
            return value.toString().length() + " characters";
        }
        if (value instanceof String text) {
            return shorten(text);
        }
        return isLong(value) ? shorten(new String(Json.bytes(value), UTF_8)) : value;
    }

    private static boolean isLong(@Nullable Object value) {
        return (value instanceof Map<?, ?> || value instanceof List<?>) && Json.bytes(value).length > MAX_TEXT;
    }

    private static String shorten(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "… (" + text.length() + " characters)";
    }
}
