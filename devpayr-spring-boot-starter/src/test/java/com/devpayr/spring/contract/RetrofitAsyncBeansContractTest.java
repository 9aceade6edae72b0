package com.devpayr.spring.contract;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over the asynchronous bean of a context with the transport {@code retrofit}. */
class RetrofitAsyncBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return DevPayr.over(closeAfterTest(ContractContext.context("retrofit", config, null)).getBean(AsyncDevPayr.class));
    }
}
