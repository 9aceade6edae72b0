package com.devpayr.resilience4j;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A resilience whose events and metrics are scanned for secrets. */
final class ObservedResilience {
    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final RateLimiterRegistry rates = RateLimiterRegistry.ofDefaults();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Canaries canaries;

    ObservedResilience(Canaries canaries) {
        this.canaries = canaries;
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
        retries.getEventPublisher()
                .onEntryAdded(retry -> retry.getAddedEntry().getEventPublisher().onEvent(this::scanEvent));
        circuits.getEventPublisher()
                .onEntryAdded(
                        circuit -> circuit.getAddedEntry().getEventPublisher().onEvent(this::scanEvent));
        bulkheads.getEventPublisher().onEntryAdded(bulkhead -> bulkhead.getAddedEntry()
                .getEventPublisher()
                .onEvent(this::scanEvent));
        rates.getEventPublisher()
                .onEntryAdded(rate -> rate.getAddedEntry().getEventPublisher().onEvent(this::scanEvent));
    }

    Resilience resilience() {
        return Resilience.builder()
                .scheduler(new ImmediateScheduler())
                .rateLimiter(rate -> rate)
                .retryRegistry(retries)
                .circuitBreakerRegistry(circuits)
                .bulkheadRegistry(bulkheads)
                .rateLimiterRegistry(rates)
                .build();
    }

    Retry retry(String name) {
        return retries.retry(name);
    }

    private void scanEvent(Object event) {
        canaries.scan("event", event.toString());
    }

    void scanMeters() {
        meters.getMeters().forEach(meter -> canaries.scan("metric", meter.getId() + " " + meter.measure()));
    }
}
