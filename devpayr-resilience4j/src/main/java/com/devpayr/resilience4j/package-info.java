/** Resilience4j for DevPayr clients: retry, circuit breaker, rate limiter, bulkhead and an overall deadline. */
@NullMarked
package com.devpayr.resilience4j;

import org.jspecify.annotations.NullMarked;
