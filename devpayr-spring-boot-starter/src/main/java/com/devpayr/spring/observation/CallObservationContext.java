package com.devpayr.spring.observation;

import com.devpayr.operation.Operation;
import io.micrometer.observation.Observation;

/** The observation context of a call. Contains the operation, but neither arguments nor response. */
public final class CallObservationContext extends Observation.Context {
    private final Operation operation;

    CallObservationContext(Operation operation) {
        this.operation = operation;
    }

    /** Returns the operation that was called. */
    public Operation operation() {
        return operation;
    }
}
