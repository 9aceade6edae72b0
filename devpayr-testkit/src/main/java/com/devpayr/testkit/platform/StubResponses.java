package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that were prepared, in the order in which they will be given. */
final class StubResponses {
    private final Map<Operation, Deque<StubResponse>> waiting = new EnumMap<>(Operation.class);

    void add(Operation operation, StubResponse answer) {
        Deque<StubResponse> line = waiting.computeIfAbsent(operation, unseen -> new ArrayDeque<>());
        for (int i = 0; i < answer.times(); i++) {
            line.add(answer);
        }
    }

    @Nullable
    StubResponse next(Operation operation) {
        Deque<StubResponse> line = waiting.get(operation);
        return line == null ? null : line.poll();
    }

    Map<Operation, Integer> waiting() {
        Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
        waiting.forEach((operation, line) -> {
            if (!line.isEmpty()) {
                counts.put(operation, line.size());
            }
        });
        return counts;
    }

    void clear() {
        waiting.clear();
    }
}
