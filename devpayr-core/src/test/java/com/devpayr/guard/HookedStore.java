package com.devpayr.guard;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import org.jspecify.annotations.Nullable;

/** A lease store with a hook before each save. */
record HookedStore(LeaseStore delegate, Runnable beforeSave) implements LeaseStore {
    @Override
    public @Nullable Lease load() {
        return delegate.load();
    }

    @Override
    public void save(Lease lease) {
        beforeSave.run();
        delegate.save(lease);
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return delegate.compareAndSet(expected, lease);
    }

    @Override
    public void delete() {
        delegate.delete();
    }
}
