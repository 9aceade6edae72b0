package com.devpayr.spring.observation;

import com.devpayr.operation.Operation;
import io.micrometer.observation.Observation;

/** What is known of an observed call: the operation, neither its arguments nor its answer. */
public final class CallContext extends Observation.Context {
    private final Operation operation;

    CallContext(Operation operation) {
        this.operation = operation;
    }

    /** What was asked. */
    public Operation operation() {
        return operation;
    }
}
