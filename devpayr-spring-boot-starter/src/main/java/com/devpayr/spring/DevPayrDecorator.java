package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;

/**
 * Strategy to decorate the auto-configured clients, for example with metrics, retries or logging. The first decorator in the
 * order of {@link org.springframework.core.annotation.Order} is the outermost. Clients created by the application are not
 * decorated.
 */
public interface DevPayrDecorator {
    /** The order of the decorator that creates observations. Outermost, so that an observation includes all attempts. */
    int OBSERVATION = -200;

    /** The order of the decorator that adds retries, circuit breaker, rate limiter and bulkhead. */
    int RESILIENCE = -100;

    /** Returns the decorated blocking client. */
    DevPayr decorate(DevPayr devpayr);

    /** Returns the decorated asynchronous client. */
    AsyncDevPayr decorate(AsyncDevPayr devpayr);
}
