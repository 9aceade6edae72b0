package com.devpayr.guard;

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
    public boolean replace(Lease expected, Lease lease) {
        Lease now = kept.get();
        return expected.equals(now) && kept.compareAndSet(now, lease);
    }

    @Override
    public void erase() {
        kept.set(null);
    }
}
