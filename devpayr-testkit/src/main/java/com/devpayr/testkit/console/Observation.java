package com.devpayr.testkit.console;

import com.devpayr.jackson.WireTimestamps;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.LogTail;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page looks at each second: what has changed, and which requests have come. */
final class Observation {
    private static final List<String> OPERATIONS =
            Stream.of(Operation.values()).map(Operation::id).toList();

    private final Platform platform;
    private final MutableClock clock;

    Observation(Platform platform, MutableClock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Object pulse(Ask ask) {
        Long after = Values.id(ask.query("after"));
        LogTail tail = platform.requestsAfter(after == null ? 0 : after);
        return Json.object(
                "revision", platform.revision(),
                "clock", ClockDesk.json(clock),
                "faults", FaultDesk.json(platform.faults()),
                "operations", OPERATIONS,
                "end", tail.end(),
                "forgotten", tail.forgotten(),
                "requests", requests(tail));
    }

    Object forget() {
        platform.forgetRequests();
        return Map.of();
    }

    private static List<Map<String, @Nullable Object>> requests(LogTail tail) {
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
