/** Retry, circuit breaker, rate limiter and bulkhead in a Spring Boot application. */
@NullMarked
package com.devpayr.spring.resilience;

import org.jspecify.annotations.NullMarked;
