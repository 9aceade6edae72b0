package com.example.devpayr;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A lease store in a map that all instances of an application share, such as a Hazelcast {@code IMap}. */
public final class MapLeaseStore implements LeaseStore {
    private final ConcurrentMap<String, String> map;
    private final String key;

    public MapLeaseStore(ConcurrentMap<String, String> map, String key) {
        this.map = map;
        this.key = key;
    }

    @Override
    public @Nullable Lease load() {
        String text = map.get(key);
        return text == null ? null : new Lease(text);
    }

    @Override
    public void save(Lease lease) {
        map.put(key, lease.text());
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return map.replace(key, expected.text(), lease.text());
    }

    @Override
    public void delete() {
        map.remove(key);
    }
}
