package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pending stub responses in the order in which they are used. */
final class StubResponses {
    private final Map<Operation, Deque<StubResponse>> pending = new EnumMap<>(Operation.class);

    void add(Operation operation, StubResponse response) {
        Deque<StubResponse> queue = pending.computeIfAbsent(operation, unseen -> new ArrayDeque<>());
        for (int i = 0; i < response.times(); i++) {
            queue.add(response);
        }
    }

    @Nullable
    StubResponse next(Operation operation) {
        Deque<StubResponse> queue = pending.get(operation);
        return queue == null ? null : queue.poll();
    }

    Map<Operation, Integer> pending() {
        Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
        pending.forEach((operation, queue) -> {
            if (!queue.isEmpty()) {
                counts.put(operation, queue.size());
            }
        });
        return counts;
    }

    void clear() {
        pending.clear();
    }
}
