package com.devpayr.testkit.internal.console;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.internal.platform.FaultSettings;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console that control fault injection. */
final class FaultController {
    private static final int MAX_TIMES = 1000;
    private static final int MAX_BODY_LENGTH = 100_000;
    private static final Map<String, Operation> OPERATIONS = Stream.of(Operation.values())
            .filter(operation -> !operation.isRaw())
            .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));

    private final Platform platform;

    FaultController(Platform platform) {
        this.platform = platform;
    }

    Object addStub(ConsoleRequest request) {
        Draft draft = new Draft();
        Form form = Form.forCreate(request.input());
        form.field("operation", id -> OPERATIONS.get(id.toString()))
                .required()
                .into(operation -> draft.operation = operation);
        form.limit("status")
                .required()
                .must(status -> status == 0 || (status >= 200 && status <= 599), "must be 0 or from 200 to 599")
                .into(status -> draft.status = status);
        form.text("body", MAX_BODY_LENGTH).into(body -> draft.body = body);
        form.limit("retry_after").into(seconds -> draft.retryAfter = seconds);
        form.limit("executions")
                .must(executions -> executions <= 2, "must be at most 2")
                .into(executions -> draft.executions = executions);
        form.limit("times")
                .must(times -> times >= 1 && times <= MAX_TIMES, "must be from 1 to " + MAX_TIMES)
                .into(times -> draft.times = times);
        form.submit();
        platform.stubNext(draft.operation, draft.toStubResponse());
        return json(platform.faults());
    }

    /** The fields of a stub response, with defaults. */
    private static final class Draft {
        private Operation operation = Operation.PROJECT_LIST;
        private int status;
        private String body = "";
        private @Nullable Integer retryAfter;
        private int executions;
        private int times = 1;

        StubResponse toStubResponse() {
            StubResponse response = StubResponse.of(status)
                    .body(body)
                    .header("Content-Type", body.startsWith("<") ? "text/html" : "application/json")
                    .times(times);
            if (retryAfter != null) {
                response = response.header("Retry-After", String.valueOf(retryAfter));
            }
            return executions == 0
                    ? response
                    : executions == 1 ? response.afterProcessing() : response.afterProcessingTwice();
        }
    }

    Object removeStubs() {
        platform.clearStubs();
        return json(platform.faults());
    }

    Object setRateLimit(ConsoleRequest request) {
        int[] limit = {0, 0};
        Form form = Form.forCreate(request.input());
        form.limit("requests").required().into(requests -> limit[0] = requests);
        form.limit("seconds")
                .required()
                .must(seconds -> seconds > 0, "must be at least 1")
                .into(seconds -> limit[1] = seconds);
        form.submit();
        platform.setRateLimit(limit[0], Duration.ofSeconds(limit[1]));
        return json(platform.faults());
    }

    Object removeRateLimit() {
        platform.setRateLimit(null, Duration.ZERO);
        return json(platform.faults());
    }

    Object cacheReads(ConsoleRequest request) {
        Form form = Form.forCreate(request.input());
        form.flag("on").required().into(platform::cacheReads);
        form.submit();
        return json(platform.faults());
    }

    static Map<String, @Nullable Object> json(FaultSettings faults) {
        Map<String, Integer> stubs = new TreeMap<>();
        faults.stubs().forEach((operation, count) -> stubs.put(operation.id(), count));
        Duration window = faults.window();
        return Json.object(
                "requests",
                faults.requests(),
                "seconds",
                window == null ? null : window.toSeconds(),
                "cached_reads",
                faults.cachedReads(),
                "stubs",
                stubs);
    }
}
