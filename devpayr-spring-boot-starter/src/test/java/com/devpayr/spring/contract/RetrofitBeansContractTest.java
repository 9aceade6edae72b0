package com.devpayr.spring.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract of the blocking client bean with the {@code retrofit} transport. */
class RetrofitBeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return closeAfterTest(ContractContext.context("retrofit", config, null)).getBean(DevPayr.class);
    }
}
