package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over Feign, through both bridges: to the asynchronous style and back. */
class BridgedFeignContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config).async(Runnable::run).blocking();
    }
}
