package com.devpayr.testkit;

import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.contract.LeaseStoreContract;

class MemoryLeaseStoreContractTest extends LeaseStoreContract {
    private final LeaseStore memory = LeaseStore.memory();

    @Override
    protected LeaseStore store() {
        return memory;
    }
}
