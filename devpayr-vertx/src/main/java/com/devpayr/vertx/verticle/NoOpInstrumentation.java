package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;

/** Measures nothing. */
final class NoOpInstrumentation implements Instrumentation {
    @Override
    public VertxDevPayr around(VertxDevPayr client) {
        return client;
    }

    @Override
    public void watch(LicenseGuard guard) {}

    @Override
    public void close() {}
}
