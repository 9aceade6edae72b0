package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import java.util.List;

/**
 * One transport's clients in both styles.
 *
 * @param blocking the blocking style
 * @param asynchronous the asynchronous style
 * @param release what else is to be done when both are closed
 */
public record DevPayrClients(DevPayr blocking, AsyncDevPayr asynchronous, Runnable release) implements AutoCloseable {
    /** Clients that own all they use. */
    public DevPayrClients(DevPayr blocking, AsyncDevPayr asynchronous) {
        this(blocking, asynchronous, () -> {});
    }

    DevPayrClients decorated(List<DevPayrDecorator> outermostFirst) {
        DevPayr decorated = blocking;
        AsyncDevPayr decoratedAsync = asynchronous;
        for (DevPayrDecorator decorator : outermostFirst) {
            decorated = decorator.decorate(decorated);
            decoratedAsync = decorator.decorate(decoratedAsync);
        }
        return new DevPayrClients(decorated, decoratedAsync, release);
    }

    /** Closes both, and releases what they used, also when one cannot be closed. */
    @Override
    public void close() {
        try (asynchronous) {
            blocking.close();
        } finally {
            release.run();
        }
    }
}
