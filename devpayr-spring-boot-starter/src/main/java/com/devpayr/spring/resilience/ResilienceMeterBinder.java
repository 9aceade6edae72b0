package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.core.Ordered;

/**
 * Binds Resilience4j's own meters to the registries that it passes to {@link Resilience}. A customizer of the application can
 * pass others instead: their meters are the application's, so none are bound twice.
 */
final class ResilienceMeterBinder implements MeterBinder, ResilienceCustomizer, Ordered {
    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.ofDefaults();
    private final RateLimiterRegistry rateLimiters = RateLimiterRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();

    @Override
    public void customize(Resilience.Builder resilience) {
        resilience
                .retryRegistry(retries)
                .circuitBreakerRegistry(circuitBreakers)
                .rateLimiterRegistry(rateLimiters)
                .bulkheadRegistry(bulkheads);
    }

    /** Instances that are created later are bound when the registries receive them. */
    @Override
    public void bindTo(MeterRegistry registry) {
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(registry);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers).bindTo(registry);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(rateLimiters).bindTo(registry);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(registry);
    }

    /** Before the application's customizers. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
