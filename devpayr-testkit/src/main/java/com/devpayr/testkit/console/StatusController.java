package com.devpayr.testkit.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.platform.FieldParsers;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.RequestLogTail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page looks at each second: what has changed, and which requests have come. */
final class StatusController {
    private static final List<String> OPERATIONS =
            Stream.of(Operation.values()).map(Operation::id).toList();

    private final Platform platform;
    private final MutableClock clock;

    StatusController(Platform platform, MutableClock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object pulse(ConsoleRequest ask) {
        Long after = FieldParsers.id(ask.query("after"));
        RequestLogTail tail = platform.requestsAfter(after == null ? 0 : after);
        return Json.object(
                "revision", platform.revision(),
                "clock", ClockController.json(clock),
                "faults", FaultController.json(platform.faults()),
                "operations", OPERATIONS,
                "end", tail.end(),
                "forgotten", tail.forgotten(),
                "requests", requests(tail));
    }

    Object forget() {
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
