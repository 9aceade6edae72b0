package com.devpayr.vertx.verticle;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a verticle has while it is deployed.
 *
 * @param client the client
 * @param guard the guard; null when this is a backend, which has no license
 * @param gate what is answered while the copy is not licensed
 * @param instruments what measures the two
 */
record Deployment(VertxDevPayr client, @Nullable LicenseGuard guard, LicenseEnforcer gate, Instrumentation instruments)
        implements AutoCloseable {
    /** What is done about the license at the start. */
    private enum Startup {
        OFF,
        WARN,
        FAIL
    }

    /** May block. */
    static Deployment open(Vertx vertx, JsonObject json) {
        Settings settings = new Settings(json);
        Components assembly = new Components(settings);
        Startup startup = settings.choice("guard.startup", Startup.WARN);
        DevPayrConfig config = assembly.config();
        LicenseEnforcer gate = assembly.gate();
        Instrumentation instruments = Instrumentation.present();
        VertxDevPayr client = instruments.around(VertxDevPayr.create(vertx, config));
        try {
            LicenseGuard guard = assembly.isGuarded(config) ? assembly.guard(vertx, client, config) : null;
            Deployment deployment = new Deployment(client, guard, gate, instruments);
            if (guard != null) {
                deployment.begin(guard, startup);
            }
            return deployment;
        } catch (RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    private void begin(LicenseGuard started, Startup startup) {
        instruments.watch(started);
        try {
            if (startup != Startup.OFF) {
                started.start();
            }
            if (startup == Startup.FAIL) {
                started.requireLicensed();
            }
        } catch (RuntimeException failure) {
            instruments.close();
            started.close();
            throw failure;
        }
    }

    /** May block. */
    @Override
    public void close() {
        instruments.close();
        if (guard != null) {
            guard.close();
        }
        client.close();
    }
}
