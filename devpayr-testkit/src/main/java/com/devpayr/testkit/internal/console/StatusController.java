package com.devpayr.testkit.internal.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.internal.platform.FieldParsers;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.RequestLogTail;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoint that the console's page polls every second for changes and new requests. */
final class StatusController {
    private static final List<String> OPERATIONS = Stream.of(Operation.values())
            .filter(operation -> !operation.isRaw())
            .map(Operation::id)
            .toList();

    private final Platform platform;
    private final MutableClock clock;

    StatusController(Platform platform, MutableClock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object get(ConsoleRequest request) {
        Long after = FieldParsers.id(request.query("after"));
        RequestLogTail tail = platform.requestsAfter(after == null ? 0 : after);
        return Json.object(
                "revision", platform.revision(),
                "webhooks", platform.webhooks().revision(),
                "clock", ClockController.json(clock),
                "faults", FaultController.json(platform.faults()),
                "operations", OPERATIONS,
                "end", tail.end(),
                "dropped", tail.dropped(),
                "requests", requests(tail));
    }

    Object clearRequests() {
        platform.clearRequests();
        return Map.of();
    }

    private static List<Map<String, @Nullable Object>> requests(RequestLogTail tail) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        long number = tail.end() - tail.requests().size();
        for (RecordedRequest request : tail.requests()) {
            rows.add(json(++number, request));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> json(long number, RecordedRequest request) {
        Operation operation = request.operation();
        return Json.object(
                "number", number,
                "at", WireTimestamps.write(request.at()),
                "operation", operation == null ? null : operation.id(),
                "method", request.method(),
                "target", request.target(),
                "headers", request.headers(),
                "fields", request.fields(),
                "status", request.status());
    }
}
