package com.devpayr.testkit.console;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.testkit.platform.FaultSettings;
import com.devpayr.testkit.platform.Form;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Switches faults on and off. */
final class FaultController {
    private static final int MOST_TIMES = 1000;
    private static final int LONGEST_BODY = 100_000;
    private static final Map<String, Operation> OPERATIONS =
            Stream.of(Operation.values()).collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));

    private final Platform platform;

    FaultController(Platform platform) {
        this.platform = platform;
    }

    Object prepare(ConsoleRequest ask) {
        Draft draft = new Draft();
        Form form = Form.forCreate(ask.input());
        form.field("operation", id -> OPERATIONS.get(id.toString()))
                .required()
                .into(operation -> draft.operation = operation);
        form.limit("status")
                .required()
                .must(status -> status == 0 || (status >= 200 && status <= 599), "must be 0 or from 200 to 599")
                .into(status -> draft.status = status);
        form.text("body", LONGEST_BODY).into(body -> draft.body = body);
        form.limit("retry_after").into(seconds -> draft.retryAfter = seconds);
        form.limit("executions")
                .must(executions -> executions <= 2, "must be 2 at most")
                .into(executions -> draft.executions = executions);
        form.limit("times")
                .must(times -> times >= 1 && times <= MOST_TIMES, "must be from 1 to " + MOST_TIMES)
                .into(times -> draft.times = times);
        form.submit();
        platform.stubNext(draft.operation, draft.answer());
        return json(platform.faults());
    }

    /** An answer as it was asked for: what is left out is the least. */
    private static final class Draft {
        private Operation operation = Operation.PROJECT_LIST;
        private int status;
        private String body = "";
        private @Nullable Integer retryAfter;
        private int executions;
        private int times = 1;

        StubResponse answer() {
            StubResponse answer = StubResponse.of(status)
                    .body(body)
                    .header("Content-Type", body.startsWith("<") ? "text/html" : "application/json")
                    .times(times);
            if (retryAfter != null) {
                answer = answer.header("Retry-After", String.valueOf(retryAfter));
            }
            return executions == 0
                    ? answer
                    : executions == 1 ? answer.afterProcessing() : answer.afterProcessingTwice();
        }
    }

    Object drop() {
        platform.dropAnswers();
        return json(platform.faults());
    }

    Object setRateLimit(ConsoleRequest ask) {
        int[] limit = {0, 0};
        Form form = Form.forCreate(ask.input());
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

    Object cacheReads(ConsoleRequest ask) {
        Form form = Form.forCreate(ask.input());
        form.flag("on").required().into(platform::cacheReads);
        form.submit();
        return json(platform.faults());
    }

    static Map<String, @Nullable Object> json(FaultSettings faults) {
        Map<String, Integer> prepared = new TreeMap<>();
        faults.prepared().forEach((operation, count) -> prepared.put(operation.id(), count));
        Duration window = faults.window();
        return Json.object(
                "requests",
                faults.requests(),
                "seconds",
                window == null ? null : window.toSeconds(),
                "stale_reads",
                faults.staleReads(),
                "prepared",
                prepared);
    }
}
