package com.devpayr.config;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A supplier that calls its delegate on first use and caches the value. A failure is not cached. */
final class MemoizingSupplier<T> implements KnownSupplier<T> {
    private final Supplier<T> delegate;

    /** Not a monitor: before Java 24 a virtual thread that waits for one occupies its carrier thread. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable T value;

    MemoizingSupplier(Supplier<T> delegate) {
        this.delegate = delegate;
    }

    @Override
    public T get() {
        T cached = value;
        return cached != null ? cached : load();
    }

    @Override
    public boolean isKnown() {
        return value != null;
    }

    private T load() {
        lock.lock();
        try {
            T cached = value;
            if (cached == null) {
                cached = delegate.get();
                value = cached;
            }
            return cached;
        } finally {
            lock.unlock();
        }
    }
}
