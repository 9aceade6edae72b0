package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ConnectionContract;

/** Proxies and TLS over Feign. */
class FeignConnectionTest extends ConnectionContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config);
    }
}
