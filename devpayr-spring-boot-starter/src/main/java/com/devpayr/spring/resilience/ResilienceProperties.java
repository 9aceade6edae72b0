package com.devpayr.spring.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands around the clients when {@code devpayr-resilience4j} is on the class path.
 *
 * @param enabled Whether anything does.
 * @param deadline How long a call may take with all its tries and waits.
 * @param retry Repeating what is safe to repeat.
 * @param circuitBreaker Not asking a DevPayr that does not answer.
 * @param rateLimiter Asking no more often than agreed.
 * @param bulkhead Asking no more at once than is good.
 */
@ConfigurationProperties("devpayr.resilience")
public record ResilienceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue RetrySettings retry,
        @DefaultValue CircuitBreakerSettings circuitBreaker,
        @DefaultValue RateLimiterSettings rateLimiter,
        @DefaultValue BulkheadSettings bulkhead) {

    /**
     * Repeating what is safe to repeat.
     *
     * @param enabled Whether it is done.
     * @param maxAttempts How often a request is sent at most, the first time included.
     * @param initialBackoff Limit of the random wait before the second try; doubles with each further one.
     * @param maxBackoff Longest limit of a random wait between two tries.
     */
    public record RetrySettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("3") int maxAttempts,
            @DefaultValue("200ms") Duration initialBackoff,
            @DefaultValue("5s") Duration maxBackoff) {}

    /**
     * Not asking a DevPayr that does not answer.
     *
     * @param enabled Whether that is done.
     * @param failureRateThreshold Percentage of failed tries from which on nothing is sent for a while.
     * @param slidingWindowSize How many of the last tries are counted.
     * @param minimumNumberOfCalls How many tries there must be before they are judged.
     * @param permittedNumberOfCallsInHalfOpenState How many tries are then let through to see.
     * @param waitDurationInOpenState How long nothing is sent then.
     */
    public record CircuitBreakerSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("50") float failureRateThreshold,
            @DefaultValue("20") int slidingWindowSize,
            @DefaultValue("10") int minimumNumberOfCalls,
            @DefaultValue("3") int permittedNumberOfCallsInHalfOpenState,
            @DefaultValue("10s") Duration waitDurationInOpenState) {}

    /**
     * Asking no more often than agreed.
     *
     * @param enabled Whether there is a limit.
     * @param limitForPeriod How many requests are sent in a period.
     * @param limitRefreshPeriod How long a period is.
     * @param timeout How long a call waits for its turn.
     */
    public record RateLimiterSettings(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("50") int limitForPeriod,
            @DefaultValue("1s") Duration limitRefreshPeriod,
            @DefaultValue("5s") Duration timeout) {}

    /**
     * Asking no more at once than is good.
     *
     * @param enabled Whether there is a limit.
     * @param maxConcurrentCalls How many calls may run at once; further ones are refused.
     */
    public record BulkheadSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("64") int maxConcurrentCalls) {}
}
