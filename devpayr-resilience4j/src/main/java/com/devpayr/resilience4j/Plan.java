package com.devpayr.resilience4j;

import com.devpayr.operation.Operation;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;

/**
 * What both styles go by.
 *
 * @param deadline how long a call may take with all its tries and waits
 */
record Plan(Gate gate, Retry retry, Timer timer, Duration deadline) {
    Course begin(Operation operation) {
        return new Course(operation, retry, timer, deadline);
    }
}
