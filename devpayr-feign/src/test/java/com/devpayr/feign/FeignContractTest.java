package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over Feign. */
class FeignContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config);
    }
}
