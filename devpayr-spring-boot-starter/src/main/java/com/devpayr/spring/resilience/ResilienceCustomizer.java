package com.devpayr.spring.resilience;

import com.devpayr.resilience4j.Resilience;

/**
 * Changes what stands around the clients, after the properties. Several are asked in the order of {@link
 * org.springframework.core.annotation.Order}.
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
    /** Changes what stands around the clients. */
    void customize(Resilience.Builder resilience);
}
