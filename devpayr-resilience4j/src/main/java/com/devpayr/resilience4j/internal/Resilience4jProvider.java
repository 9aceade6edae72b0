package com.devpayr.resilience4j.internal;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.internal.resilience.ResilienceProvider;
import com.devpayr.internal.resilience.ResilienceSettings;
import com.devpayr.resilience4j.Resilience;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;

/** Creates a {@link Resilience} from settings with the names and defaults of the Spring Boot starter's properties. */
public final class Resilience4jProvider implements ResilienceProvider {
    /** Creates the provider; called by the service loader. */
    public Resilience4jProvider() {}

    @Override
    public AsyncCallInterceptor create(ResilienceSettings settings) {
        Resilience.Builder builder =
                Resilience.builder().deadline(settings.getDuration("deadline", Duration.ofSeconds(30)));
        retry(builder, settings);
        circuitBreaker(builder, settings);
        rateLimiter(builder, settings);
        bulkhead(builder, settings);
        return builder.build().asyncInterceptor();
    }

    private static void retry(Resilience.Builder builder, ResilienceSettings settings) {
        if (!settings.getBoolean("retry.enabled", true)) {
            builder.disableRetry();
            return;
        }
        int maxAttempts = settings.getCount("retry.max-attempts", 3);
        builder.backoff(
                        settings.getDuration("retry.initial-backoff", Duration.ofMillis(200)),
                        settings.getDuration("retry.max-backoff", Duration.ofSeconds(5)))
                .retry(retry -> retry.maxAttempts(maxAttempts));
    }

    private static void circuitBreaker(Resilience.Builder builder, ResilienceSettings settings) {
        if (!settings.getBoolean("circuit-breaker.enabled", true)) {
            builder.disableCircuitBreaker();
            return;
        }
        float threshold = settings.getPercentage("circuit-breaker.failure-rate-threshold", 50);
        int window = settings.getCount("circuit-breaker.sliding-window-size", 20);
        int minimum = settings.getCount("circuit-breaker.minimum-number-of-calls", 10);
        int halfOpen = settings.getCount("circuit-breaker.permitted-number-of-calls-in-half-open-state", 3);
        Duration wait = settings.getDuration("circuit-breaker.wait-duration-in-open-state", Duration.ofSeconds(10));
        // Uses a new builder, since the given one rejects a second waitDurationInOpenState.
        builder.circuitBreaker(defaults -> CircuitBreakerConfig.custom()
                .failureRateThreshold(threshold)
                .slidingWindow(window, minimum, SlidingWindowType.COUNT_BASED)
                .permittedNumberOfCallsInHalfOpenState(halfOpen)
                .waitDurationInOpenState(wait));
    }

    private static void rateLimiter(Resilience.Builder builder, ResilienceSettings settings) {
        if (settings.getBoolean("rate-limiter.enabled", false)) {
            int limit = settings.getCount("rate-limiter.limit-for-period", 50);
            Duration period = settings.getDuration("rate-limiter.limit-refresh-period", Duration.ofSeconds(1));
            Duration timeout = settings.getTimeout("rate-limiter.timeout", Duration.ofSeconds(5));
            builder.rateLimiter(limiter ->
                    limiter.limitForPeriod(limit).limitRefreshPeriod(period).timeoutDuration(timeout));
        }
    }

    private static void bulkhead(Resilience.Builder builder, ResilienceSettings settings) {
        if (!settings.getBoolean("bulkhead.enabled", true)) {
            builder.disableBulkhead();
            return;
        }
        int maxConcurrentCalls = settings.getCount("bulkhead.max-concurrent-calls", 64);
        builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(maxConcurrentCalls));
    }
}
