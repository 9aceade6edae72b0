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

    /** Vert.x closes a connection after it has written what is queued. */
    @Override
    protected boolean closesStalledConnections() {
        return false;
    }

    @Override
    protected boolean combinesHostileHeadersWithEveryStatus() {
        return true;
    }
}
