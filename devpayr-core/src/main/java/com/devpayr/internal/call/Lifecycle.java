package com.devpayr.internal.call;

import java.util.concurrent.atomic.AtomicBoolean;

/** The open or closed state that a client shares with all clients derived from it. */
public final class Lifecycle implements AutoCloseable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AutoCloseable resource;

    /**
     * Creates an open lifecycle.
     *
     * @param resource closed once, by the first close
     */
    public Lifecycle(AutoCloseable resource) {
        this.resource = resource;
    }

    /**
     * Returns if the client is open.
     *
     * @throws IllegalStateException if it is closed
     */
    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("this DevPayr client is closed; create a new one");
        }
    }

    /** Closes the resource. A second close does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                resource.close();
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException("the DevPayr client could not be closed", failure);
            }
        }
    }
}
