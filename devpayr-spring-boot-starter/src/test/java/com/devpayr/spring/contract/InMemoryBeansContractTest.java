package com.devpayr.spring.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.contract.DevPayrContract;

/** The contract of the blocking client bean with the {@code in-memory} transport. */
class InMemoryBeansContractTest extends DevPayrContract {
    @Override
    protected DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return closeAfterTest(ContractContext.context("in-memory", config.build(), fake))
                .getBean(DevPayr.class);
    }
}
