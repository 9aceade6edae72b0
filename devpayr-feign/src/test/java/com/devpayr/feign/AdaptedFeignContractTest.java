package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over Feign, adapted to the asynchronous style and back. */
class AdaptedFeignContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config).async(Runnable::run).blocking();
    }
}
