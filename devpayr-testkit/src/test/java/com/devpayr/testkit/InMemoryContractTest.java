package com.devpayr.testkit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.DevPayrContract;

/** The contract suite over the in-memory platform. */
class InMemoryContractTest extends DevPayrContract {
    @Override
    protected DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return fake.connect(config.build());
    }
}
