package com.devpayr.spring.contract;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over the asynchronous bean of a context with the transport {@code feign}. */
class FeignAsyncBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return DevPayr.over(closeAfterTest(ContractContext.context("feign", config, null)).getBean(AsyncDevPayr.class));
    }
}
