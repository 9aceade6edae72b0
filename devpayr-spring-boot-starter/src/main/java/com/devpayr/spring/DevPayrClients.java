package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import java.util.List;

/**
 * A blocking and an asynchronous client of the same transport.
 *
 * @param blocking the blocking client
 * @param asynchronous the asynchronous client
 * @param release an action that releases shared resources after both clients were closed
 */
public record DevPayrClients(DevPayr blocking, AsyncDevPayr asynchronous, Runnable release) implements AutoCloseable {
    /** Creates a pair of clients without shared resources. */
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

    /** Closes both clients and releases shared resources, even if closing a client fails. */
    @Override
    public void close() {
        try (asynchronous) {
            blocking.close();
        } finally {
            release.run();
        }
    }
}
