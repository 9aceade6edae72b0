package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;

/**
 * Stands around the clients in both styles: measures, repeats, logs. Of several, the first in the order of {@link
 * org.springframework.core.annotation.Order} is the outermost. Clients that the application makes itself are left as
 * they are.
 */
public interface DevPayrDecorator {
    /** The order of the decorator that observes: outermost, so that one observation is one call with all its tries. */
    int OBSERVATION = -200;

    /** The order of the decorator that repeats. */
    int RESILIENCE = -100;

    /** The client with something around it. */
    DevPayr decorate(DevPayr devpayr);

    /** The asynchronous client with the same around it. */
    AsyncDevPayr decorate(AsyncDevPayr devpayr);
}
