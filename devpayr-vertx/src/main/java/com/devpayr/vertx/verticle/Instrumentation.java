package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;

/** Metrics of a deployment. */
interface Instrumentation extends AutoCloseable {
    /** Returns an instrumented copy of the client. */
    VertxDevPayr instrument(VertxDevPayr client);

    /** Registers metrics of a guard until this instrumentation is closed. */
    void register(LicenseGuard guard);

    @Override
    void close();

    /** Returns instrumentation with Micrometer if it is on the class path, otherwise without effect. */
    static Instrumentation create() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics", false, Instrumentation.class.getClassLoader());
            return new MicrometerInstrumentation();
        } catch (ClassNotFoundException absent) {
            return new NoOpInstrumentation();
        }
    }
}
