package com.devpayr.vertx;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.AsyncContract;

/** The contract of the futures of Vert.x. */
class VertxFuturesTest extends AsyncContract {
    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.create(config).async();
    }
}
