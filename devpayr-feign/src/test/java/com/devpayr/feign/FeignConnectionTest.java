package com.devpayr.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ProxyAndTlsContract;

/** Proxies and TLS over Feign. */
class FeignConnectionTest extends ProxyAndTlsContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config);
    }
}
