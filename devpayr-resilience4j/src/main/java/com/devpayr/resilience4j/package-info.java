/** Resilience4j around any DevPayr client: retry by meaning, circuit breaker, rate limiter, bulkhead, deadline. */
@NullMarked
package com.devpayr.resilience4j;

import org.jspecify.annotations.NullMarked;
