package com.example.devpayr;

import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.contract.LeaseStoreContract;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The contract of lease stores for {@link MapLeaseStore}. JUnit creates an instance of this class for each test. */
class MapLeaseStoreTest extends LeaseStoreContract {
    private final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();

    @Override
    protected LeaseStore store() {
        return new MapLeaseStore(map, "acme-photos");
    }
}
