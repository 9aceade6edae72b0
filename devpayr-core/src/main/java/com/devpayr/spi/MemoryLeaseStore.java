package com.devpayr.spi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A lease store in memory. */
final class MemoryLeaseStore implements LeaseStore {
    private final AtomicReference<@Nullable Lease> stored = new AtomicReference<>();

    @Override
    public @Nullable Lease load() {
        return stored.get();
    }

    @Override
    public void save(Lease lease) {
        stored.set(lease);
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        Lease current = stored.get();
        return expected.equals(current) && stored.compareAndSet(current, lease);
    }

    @Override
    public void delete() {
        stored.set(null);
    }
}
