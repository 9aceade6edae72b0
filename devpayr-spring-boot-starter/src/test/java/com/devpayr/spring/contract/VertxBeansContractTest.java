package com.devpayr.spring.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over the blocking bean of a context with the transport {@code vertx}. */
class VertxBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return closeAfterTest(ContractContext.context("vertx", config, null)).getBean(DevPayr.class);
    }
}
