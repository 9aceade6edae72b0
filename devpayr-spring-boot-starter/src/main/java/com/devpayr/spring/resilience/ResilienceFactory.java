package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;
import com.devpayr.spring.resilience.ResilienceProperties.BulkheadSettings;
import com.devpayr.spring.resilience.ResilienceProperties.CircuitBreakerSettings;
import com.devpayr.spring.resilience.ResilienceProperties.RateLimiterSettings;
import com.devpayr.spring.resilience.ResilienceProperties.RetrySettings;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.util.stream.Stream;

/** Creates {@link Resilience} from {@link ResilienceProperties}. */
final class ResilienceFactory {
    private ResilienceFactory() {}

    static Resilience create(ResilienceProperties properties, Stream<ResilienceCustomizer> customizers) {
        Resilience.Builder builder = Resilience.builder().deadline(properties.deadline());
        retry(builder, properties.retry());
        circuitBreaker(builder, properties.circuitBreaker());
        rateLimiter(builder, properties.rateLimiter());
        bulkhead(builder, properties.bulkhead());
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static void retry(Resilience.Builder builder, RetrySettings settings) {
        if (settings.enabled()) {
            builder.backoff(settings.initialBackoff(), settings.maxBackoff())
                    .retry(retry -> retry.maxAttempts(settings.maxAttempts()));
        } else {
            builder.disableRetry();
        }
    }

    private static void circuitBreaker(Resilience.Builder builder, CircuitBreakerSettings settings) {
        if (settings.enabled()) {
            // Uses a new builder, since the given one rejects a second waitDurationInOpenState.
            builder.circuitBreaker(defaults -> CircuitBreakerConfig.custom()
                    .failureRateThreshold(settings.failureRateThreshold())
                    .slidingWindow(
                            settings.slidingWindowSize(),
                            settings.minimumNumberOfCalls(),
                            SlidingWindowType.COUNT_BASED)
                    .permittedNumberOfCallsInHalfOpenState(settings.permittedNumberOfCallsInHalfOpenState())
                    .waitDurationInOpenState(settings.waitDurationInOpenState()));
        } else {
            builder.disableCircuitBreaker();
        }
    }

    private static void rateLimiter(Resilience.Builder builder, RateLimiterSettings settings) {
        if (settings.enabled()) {
            builder.rateLimiter(limiter -> limiter.limitForPeriod(settings.limitForPeriod())
                    .limitRefreshPeriod(settings.limitRefreshPeriod())
                    .timeoutDuration(settings.timeout()));
        }
    }

    private static void bulkhead(Resilience.Builder builder, BulkheadSettings settings) {
        if (settings.enabled()) {
            builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(settings.maxConcurrentCalls()));
        } else {
            builder.disableBulkhead();
        }
    }
}
