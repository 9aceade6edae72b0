package com.devpayr.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One try's way through the gate. The first that is said of its end counts, and gives back what it holds. */
final class Pass {
    private final Gate gate;
    private final Duration delay;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long start;

    Pass(Gate gate, Duration delay) {
        this.gate = gate;
        this.delay = delay;
        sending();
    }

    /** How long the try has to wait for its turn. */
    Duration delay() {
        return delay;
    }

    /** The wait is over: the circuit breaker measures from here. */
    void sending() {
        CircuitBreaker circuit = gate.circuitBreaker();
        start = circuit == null ? 0 : circuit.getCurrentTimestamp();
    }

    void succeeded() {
        end(null);
    }

    /** Also for a try that the caller gave up, which says nothing about DevPayr. */
    void failed(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        if (over.compareAndSet(false, true)) {
            CircuitBreaker circuit = gate.circuitBreaker();
            if (circuit != null) {
                report(circuit, failure);
            }
            gate.leaveBulkhead();
        }
    }

    private void report(CircuitBreaker circuit, @Nullable Throwable failure) {
        long duration = circuit.getCurrentTimestamp() - start;
        if (failure == null || Meaning.isAnswer(failure)) {
            circuit.onSuccess(duration, circuit.getTimestampUnit());
        } else if (Meaning.isOutage(failure)) {
            circuit.onError(duration, circuit.getTimestampUnit(), failure);
        } else {
            circuit.releasePermission();
        }
    }
}
