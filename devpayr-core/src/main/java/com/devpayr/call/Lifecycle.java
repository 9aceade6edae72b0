package com.devpayr.call;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a facade, and all facades made from it, can still be used. */
public final class Lifecycle implements AutoCloseable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AutoCloseable resource;

    /** Closes the resource once, at the first close. */
    public Lifecycle(AutoCloseable resource) {
        this.resource = resource;
    }

    /** @throws IllegalStateException when it has been closed */
    void requireOpen() {
        if (closed.get()) {
            throw isClosed();
        }
    }

    static IllegalStateException isClosed() {
        return new IllegalStateException("this DevPayr client is closed; make a new one");
    }

    /** Closes what the facade owns; a second close does nothing. */
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
