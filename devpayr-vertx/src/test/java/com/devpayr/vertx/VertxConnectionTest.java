package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ConnectionContract;

/** Proxies and TLS over Vert.x, which is asynchronous below the blocking client. */
class VertxConnectionTest extends ConnectionContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.create(config).blocking();
    }
}
