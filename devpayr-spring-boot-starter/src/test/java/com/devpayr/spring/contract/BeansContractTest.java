package com.devpayr.spring.contract;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/**
 * The contract of the client bean, with the default transport. {@link TransportBeansTest} shows that the others are connected alike;
 * their own modules run the contract on them.
 */
class BeansContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return closeAfterTest(ContractContext.context("retrofit", config)).getBean(DevPayr.class);
    }
}
