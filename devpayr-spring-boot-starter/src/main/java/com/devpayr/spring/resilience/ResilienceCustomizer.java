package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;

/**
 * Callback to customize the builder of {@link Resilience} after the properties have been applied. Customizers are called in
 * the order of {@link org.springframework.core.annotation.Order}.
 *
 * <pre>{@code
 * @Bean
 * ResilienceCustomizer shared(CircuitBreakerRegistry registry) {
 *     return resilience -> resilience.circuitBreakerRegistry(registry);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ResilienceCustomizer {
    /** Customizes the builder. */
    void customize(Resilience.Builder resilience);
}
