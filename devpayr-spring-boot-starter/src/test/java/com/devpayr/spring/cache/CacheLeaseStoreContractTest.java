package com.devpayr.spring.cache;

import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.contract.LeaseStoreContract;
import org.springframework.cache.concurrent.ConcurrentMapCache;

class CacheLeaseStoreContractTest extends LeaseStoreContract {
    private final ConcurrentMapCache cache = new ConcurrentMapCache("licenses");

    @Override
    protected LeaseStore store() {
        return new CacheLeaseStore(cache, "acme");
    }
}
