package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over Feign with a request interceptor, adapted to the asynchronous style and back. */
class AdaptedFeignContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.builder(config)
                .requestInterceptor(request -> {})
                .build()
                .async(Runnable::run)
                .blocking();
    }
}
