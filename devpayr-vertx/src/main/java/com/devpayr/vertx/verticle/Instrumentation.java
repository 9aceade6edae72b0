package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;

/** What measures a deployment. */
interface Instrumentation extends AutoCloseable {
    /** The client, measured. */
    VertxDevPayr around(VertxDevPayr client);

    /** Tells of a guard's verdict until it is closed. */
    void watch(LicenseGuard guard);

    @Override
    void close();

    /** Those of Micrometer, or none where it is not on the class path. */
    static Instrumentation present() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics", false, Instrumentation.class.getClassLoader());
            return new MicrometerInstrumentation();
        } catch (ClassNotFoundException absent) {
            return new NoOpInstrumentation();
        }
    }
}
