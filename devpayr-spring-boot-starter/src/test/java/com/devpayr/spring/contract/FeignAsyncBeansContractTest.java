package com.devpayr.spring.contract;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract of the asynchronous client bean with the {@code feign} transport. */
class FeignAsyncBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return closeAfterTest(ContractContext.context("feign", config, null))
                .getBean(AsyncDevPayr.class)
                .blocking();
    }
}
