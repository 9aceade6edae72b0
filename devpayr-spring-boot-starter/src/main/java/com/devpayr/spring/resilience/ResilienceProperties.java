package com.devpayr.spring.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for resilience. Used if {@code devpayr-resilience4j} is on the class path.
 *
 * @param enabled Whether to add retry, circuit breaker, rate limiter and bulkhead to the clients.
 * @param deadline Maximum time for a call, including all attempts and the waits between them.
 * @param retry Retry of failed requests that are safe to repeat.
 * @param circuitBreaker Circuit breaker that rejects calls while DevPayr is failing.
 * @param rateLimiter Rate limiter for requests to DevPayr.
 * @param bulkhead Bulkhead that limits concurrent calls.
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
     * Configuration properties for the retry.
     *
     * @param enabled Whether to retry failed requests that are safe to repeat.
     * @param maxAttempts Maximum number of attempts, including the first one.
     * @param initialBackoff Maximum random wait before the second attempt. Doubles with each further attempt.
     * @param maxBackoff Upper limit of the random wait between two attempts.
     */
    public record RetrySettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("3") int maxAttempts,
            @DefaultValue("200ms") Duration initialBackoff,
            @DefaultValue("5s") Duration maxBackoff) {}

    /**
     * Configuration properties for the circuit breaker.
     *
     * @param enabled Whether to reject calls while DevPayr is failing.
     * @param failureRateThreshold Failure rate in percent at which the circuit breaker opens.
     * @param slidingWindowSize Number of attempts in the sliding window used to calculate the failure rate.
     * @param minimumNumberOfCalls Minimum number of attempts required to calculate the failure rate.
     * @param permittedNumberOfCallsInHalfOpenState Number of attempts permitted while the circuit breaker is half open.
     * @param waitDurationInOpenState Time that the circuit breaker stays open before it becomes half open.
     */
    public record CircuitBreakerSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("50") float failureRateThreshold,
            @DefaultValue("20") int slidingWindowSize,
            @DefaultValue("10") int minimumNumberOfCalls,
            @DefaultValue("3") int permittedNumberOfCallsInHalfOpenState,
            @DefaultValue("10s") Duration waitDurationInOpenState) {}

    /**
     * Configuration properties for the rate limiter.
     *
     * @param enabled Whether to limit the request rate.
     * @param limitForPeriod Maximum number of requests in a period.
     * @param limitRefreshPeriod Length of a rate limiter period.
     * @param timeout Maximum time that a call waits for permission.
     */
    public record RateLimiterSettings(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("50") int limitForPeriod,
            @DefaultValue("1s") Duration limitRefreshPeriod,
            @DefaultValue("5s") Duration timeout) {}

    /**
     * Configuration properties for the bulkhead.
     *
     * @param enabled Whether to limit the number of concurrent calls.
     * @param maxConcurrentCalls Maximum number of concurrent calls. Further calls are rejected.
     */
    public record BulkheadSettings(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("64") int maxConcurrentCalls) {}
}
