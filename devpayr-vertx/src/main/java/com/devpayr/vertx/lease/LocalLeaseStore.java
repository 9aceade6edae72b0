package com.devpayr.vertx.lease;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import io.vertx.core.shareddata.LocalMap;
import org.jspecify.annotations.Nullable;

/** A lease store in a local map, for a Vert.x instance that is not clustered. Never blocks. */
final class LocalLeaseStore implements LeaseStore {
    private final LocalMap<String, String> leases;
    private final String name;

    LocalLeaseStore(LocalMap<String, String> leases, String name) {
        this.leases = leases;
        this.name = name;
    }

    @Override
    public @Nullable Lease load() {
        String text = leases.get(name);
        return text == null ? null : new Lease(text);
    }

    @Override
    public void save(Lease lease) {
        leases.put(name, lease.text());
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return leases.replaceIfPresent(name, expected.text(), lease.text());
    }

    @Override
    public void delete() {
        leases.remove(name);
    }
}
