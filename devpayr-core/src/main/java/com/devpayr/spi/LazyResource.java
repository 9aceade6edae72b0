package com.devpayr.spi;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resource that is created once, by the first call that needs it. It is not created after the close. */
final class LazyResource<T> {
    private final Supplier<? extends T> factory;

    /** Not a monitor: before Java 24 a virtual thread that waits for one occupies its carrier thread. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable T created;
    private boolean closed;

    LazyResource(Supplier<? extends T> factory) {
        this.factory = factory;
    }

    T get() {
        T present = created;
        return present == null ? create() : present;
    }

    private T create() {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("this DevPayr client is closed; create a new one");
            }
            T present = created;
            if (present == null) {
                present = requireNonNull(factory.get(), "transport");
                created = present;
            }
            return present;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the resource if it exists. The action runs outside of the lock, since closing may take time. */
    void ifCreated(Consumer<? super T> close) {
        T present;
        lock.lock();
        try {
            closed = true;
            present = created;
        } finally {
            lock.unlock();
        }
        if (present != null) {
            close.accept(present);
        }
    }
}
