package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ProxyAndTlsContract;

/** Proxies and TLS over Vert.x, which is asynchronous below the blocking client. */
class VertxConnectionTest extends ProxyAndTlsContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.create(config).blocking();
    }
}
