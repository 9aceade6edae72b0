package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The request log. Secrets are masked when a request is recorded. */
final class RequestLog {
    private static final int MAX_TAIL = 200;
    private static final String MASK = "****";
    private static final Set<String> SECRET_FIELDS = Set.of("secret", "webhook_secret", "license");

    private final ArrayDeque<RecordedRequest> requests = new ArrayDeque<>();
    private int maximum = Integer.MAX_VALUE;
    private long total;

    void add(Instant at, @Nullable Operation operation, PlatformRequest request, int status) {
        requests.add(new RecordedRequest(
                at,
                operation,
                request.method(),
                target(request),
                headers(request.headers()),
                fields(request.input()),
                status));
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

    private static String target(PlatformRequest request) {
        String query = request.rawQuery();
        return query == null ? request.path() : request.path() + "?" + query.replaceAll("(?<=license=)[^&]*", MASK);
    }

    private static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        masked.putAll(headers);
        for (Credential credential : Credential.values()) {
            masked.computeIfPresent(credential.header(), (name, value) -> MASK);
        }
        masked.computeIfPresent("Authorization", (name, value) -> MASK);
        masked.computeIfPresent("Cookie", (name, value) -> MASK);
        return masked;
    }

    private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        input.forEach((name, value) -> masked.put(name, SECRET_FIELDS.contains(name) ? MASK : shown(value)));
        return masked;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof byte[] file ? file.length + " bytes" : value;
    }
}
