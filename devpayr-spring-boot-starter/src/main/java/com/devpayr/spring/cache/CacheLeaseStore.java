package com.devpayr.spring.cache;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/**
 * A lease in a cache of Spring's, as text. Behind Redis, Hazelcast or Infinispan a fleet shares it, and so asks DevPayr
 * as often as one copy.
 *
 * <pre>{@code
 * builder.leaseStore(name -> new CacheLeaseStore(caches.getCache("licenses"), name));
 * }</pre>
 *
 * <p>What the cache throws away is asked for again: entries should live for the guard's interval and grace together. A cache
 * that cannot be reached costs a copy what the others know, and nothing else.
 *
 * <p>Spring's {@link Cache} has no compare-and-set, so that {@link #compareAndSet} keeps nothing. What that would add is how far
 * the clock has come while DevPayr cannot be reached: a copy that is started again knows the time of DevPayr's last yes
 * instead, so that setting its clock back, as far as that time, prolongs the grace.
 */
public final class CacheLeaseStore implements LeaseStore {
    private final Cache cache;
    private final String key;

    /**
     * A lease below a key.
     *
     * @param key differs for each application, license and domain that share the cache
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

    /** Keeps nothing: between a look and a write another copy may erase the lease, and it would come back. */
    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return false;
    }

    @Override
    public void delete() {
        cache.evictIfPresent(key); // at once: a plain evict may come later than the next look
    }
}
