/** Connects integrations to the module that adds retries, a circuit breaker and limits to calls. */
@NullMarked
package com.devpayr.internal.resilience;

import org.jspecify.annotations.NullMarked;
