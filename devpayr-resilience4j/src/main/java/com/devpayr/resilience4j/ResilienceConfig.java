package com.devpayr.resilience4j;

import com.devpayr.operation.Operation;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;

/**
 * The configuration that the blocking and the asynchronous interceptor share.
 *
 * @param deadline maximum duration of a call, including all attempts and waits
 */
record ResilienceConfig(AttemptPermits permits, Retry retry, Scheduler scheduler, Duration deadline) {
    /** Starts the clock of a new call. */
    CallAttempts newCall(Operation operation) {
        return new CallAttempts(operation, this);
    }
}
