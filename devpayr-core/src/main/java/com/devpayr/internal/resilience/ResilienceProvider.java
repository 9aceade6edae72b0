package com.devpayr.internal.resilience;

import com.devpayr.call.AsyncCallInterceptor;

/**
 * Creates an interceptor that adds retries, a circuit breaker and limits to calls. Implementations are found by {@link
 * java.util.ServiceLoader}, so that an integration does not depend on the library that they use.
 */
public interface ResilienceProvider {
    /**
     * Creates an interceptor.
     *
     * @throws com.devpayr.error.ConfigurationException if a setting is invalid
     */
    AsyncCallInterceptor create(ResilienceSettings settings);
}
