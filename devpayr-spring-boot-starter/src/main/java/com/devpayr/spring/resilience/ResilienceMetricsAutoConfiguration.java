package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Auto-configuration for the meters of retry, circuit breaker, rate limiter and bulkhead. */
@AutoConfiguration(
        before = ResilienceAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({Resilience.class, MeterRegistry.class, TaggedCircuitBreakerMetrics.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnProperty(name = "devpayr.resilience.enabled", matchIfMissing = true)
public final class ResilienceMetricsAutoConfiguration {
    @Bean
    ResilienceMeterBinder devPayrResilienceMeterBinder() {
        return new ResilienceMeterBinder();
    }
}
