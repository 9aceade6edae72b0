package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.CannedAnswer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that were prepared, in the order in which they will be given. */
final class CannedAnswers {
    private final Map<Operation, Deque<CannedAnswer>> waiting = new EnumMap<>(Operation.class);

    void add(Operation operation, CannedAnswer answer) {
        Deque<CannedAnswer> line = waiting.computeIfAbsent(operation, unseen -> new ArrayDeque<>());
        for (int i = 0; i < answer.times(); i++) {
            line.add(answer);
        }
    }

    @Nullable
    CannedAnswer next(Operation operation) {
        Deque<CannedAnswer> line = waiting.get(operation);
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
