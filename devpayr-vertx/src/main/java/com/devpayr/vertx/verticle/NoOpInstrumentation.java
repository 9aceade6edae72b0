package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;

/** Instrumentation without effect. */
final class NoOpInstrumentation implements Instrumentation {
    @Override
    public VertxDevPayr instrument(VertxDevPayr client) {
        return client;
    }

    @Override
    public void register(LicenseGuard guard) {}

    @Override
    public void close() {}
}
