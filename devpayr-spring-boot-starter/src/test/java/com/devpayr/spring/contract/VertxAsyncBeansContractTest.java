package com.devpayr.spring.contract;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract of the asynchronous client bean with the {@code vertx} transport. */
class VertxAsyncBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return closeAfterTest(ContractContext.context("vertx", config, null))
                .getBean(AsyncDevPayr.class)
                .blocking();
    }
}
