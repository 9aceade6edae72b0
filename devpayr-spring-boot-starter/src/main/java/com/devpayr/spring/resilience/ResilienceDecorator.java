package com.devpayr.spring.resilience;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.resilience4j.Resilience;
import com.devpayr.spring.DevPayrDecorator;
import org.springframework.core.Ordered;

/** Decorator that applies the same {@link Resilience} to the blocking and the asynchronous client. */
record ResilienceDecorator(Resilience resilience) implements DevPayrDecorator, Ordered {
    @Override
    public DevPayr decorate(DevPayr devpayr) {
        return resilience.decorate(devpayr);
    }

    @Override
    public AsyncDevPayr decorate(AsyncDevPayr devpayr) {
        return resilience.decorate(devpayr);
    }

    @Override
    public int getOrder() {
        return RESILIENCE;
    }
}
