package com.devpayr.spring.guard;

import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.cache.CacheLeaseStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;

/** Where the lease is kept: in the store that is a bean, else in the cache that is named, else where the guard would. */
final class LeaseStoreConfigurer {
    private static final String PROPERTY = "devpayr.guard.lease.cache";

    private LeaseStoreConfigurer() {}

    static void choose(
            LicenseGuard.Builder guard,
            ObjectProvider<LeaseStore> stores,
            ObjectProvider<CacheManager> managers,
            @Nullable String name) {
        LeaseStore store = stores.getIfUnique();
        if (store != null) {
            guard.leaseStore(store);
        } else if (name != null && !name.isBlank()) {
            Cache cache = cache(managers, name);
            guard.leaseStore(key -> new CacheLeaseStore(cache, key));
        }
    }

    private static Cache cache(ObjectProvider<CacheManager> managers, String name) {
        CacheManager manager = managers.getIfUnique();
        if (manager == null) {
            throw new ConfigurationException(
                    PROPERTY,
                    "is '" + name + "', and there is no single CacheManager; switch caching on with @EnableCaching,"
                            + " or make one the primary bean");
        }
        Cache cache = manager.getCache(name);
        if (cache == null) {
            throw new ConfigurationException(
                    PROPERTY, "is '" + name + "', and the CacheManager has no such cache; add it to its names");
        }
        return cache;
    }
}
