package com.devpayr.spring.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.cache.CacheLeaseStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;

/** Configures the lease store: the {@link LeaseStore} bean, else the configured cache, else the guard's default. */
final class LeaseStoreConfigurer {
    private static final String PROPERTY = "devpayr.guard.lease.cache";

    private LeaseStoreConfigurer() {}

    static void configure(
            LicenseGuard.Builder builder,
            DevPayrConfig config,
            ObjectProvider<LeaseStore> stores,
            ObjectProvider<CacheManager> cacheManagers,
            @Nullable String cacheName) {
        LeaseStore store = stores.getIfUnique();
        if (store != null) {
            builder.leaseStore(store);
        } else if (cacheName != null && !cacheName.isBlank()) {
            Cache cache = requireCache(cacheManagers, cacheName);
            config.domain().requireShareable(PROPERTY);
            builder.leaseStore(leaseName -> new CacheLeaseStore(cache, leaseName));
        }
    }

    private static Cache requireCache(ObjectProvider<CacheManager> cacheManagers, String name) {
        CacheManager manager = cacheManagers.getIfUnique();
        if (manager == null) {
            throw new ConfigurationException(
                    PROPERTY,
                    "is '" + name
                            + "', but there is no unique CacheManager; enable caching with @EnableCaching or mark one"
                            + " CacheManager as primary");
        }
        Cache cache = manager.getCache(name);
        if (cache == null) {
            throw new ConfigurationException(
                    PROPERTY, "is '" + name + "', but the CacheManager has no such cache; add it to its cache names");
        }
        return cache;
    }
}
