package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract of the blocking Vert.x client. */
class VertxContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.create(config).blocking();
    }

    @Override
    protected boolean combinesHostileHeadersWithEveryStatus() {
        return true;
    }
}
