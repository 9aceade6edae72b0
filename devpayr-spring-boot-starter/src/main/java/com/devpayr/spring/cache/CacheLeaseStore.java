package com.devpayr.spring.cache;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/**
 * A lease store in a Spring {@link Cache}. With a shared cache such as Redis, Hazelcast or Infinispan all instances of an
 * application share the lease, and send as many license checks as one instance.
 *
 * <pre>{@code
 * builder.leaseStore(leaseName -> new CacheLeaseStore(cacheManager.getCache("licenses"), leaseName));
 * }</pre>
 *
 * <p>Configure cache entries to live without a limit. At the least, they have to live for the guard's check interval plus the
 * grace period, but a denial that has been evicted is forgotten by a restart during an outage. If the cache is unavailable,
 * each instance checks the license itself.
 *
 * <p>Since {@link Cache} has no compare-and-set operation, {@link #compareAndSet} has no effect and the guard's clock reading
 * is not stored. After a restart during an outage, a system clock that was set back to a time after the last confirmation is
 * therefore not detected, which can extend the grace period.
 */
public final class CacheLeaseStore implements LeaseStore {
    private final Cache cache;
    private final String key;

    /**
     * Creates a store for one cache entry.
     *
     * @param key the cache key; must be unique per application, license and domain
     */
    public CacheLeaseStore(Cache cache, String key) {
        this.cache = cache;
        this.key = key;
    }

    @Override
    public @Nullable Lease load() {
        String text = cache.get(key, String.class);
        return text == null ? null : new Lease(text);
    }

    @Override
    public void save(Lease lease) {
        cache.put(key, lease.text());
    }

    /** Returns false: without an atomic operation, a lease that another instance has just deleted could reappear. */
    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return false;
    }

    @Override
    public void delete() {
        cache.evictIfPresent(key); // takes effect immediately, unlike evict
    }
}
