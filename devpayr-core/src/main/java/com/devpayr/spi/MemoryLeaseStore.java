package com.devpayr.spi;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@link LeaseStore#memory()}. */
final class MemoryLeaseStore implements LeaseStore {
    private final AtomicReference<@Nullable Lease> kept = new AtomicReference<>();

    @Override
    public @Nullable Lease load() {
        return kept.get();
    }

    @Override
    public void save(Lease lease) {
        kept.set(lease);
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        Lease now = kept.get();
        return expected.equals(now) && kept.compareAndSet(now, lease);
    }

    @Override
    public void delete() {
        kept.set(null);
    }
}
