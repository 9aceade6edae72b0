package com.devpayr.vertx.verticle;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The components of a deployed verticle.
 *
 * @param client the client
 * @param guard the license guard; null if no license key is configured or the guard is disabled
 * @param enforcer the license enforcer
 * @param instrumentation the metrics of client and guard
 */
record Deployment(
        VertxDevPayr client, @Nullable LicenseGuard guard, LicenseEnforcer enforcer, Instrumentation instrumentation)
        implements AutoCloseable {
    /** An action at startup. */
    private enum Startup {
        OFF,
        WARN,
        FAIL
    }

    /** Creates the components and starts the guard. May block. */
    static Deployment create(Vertx vertx, JsonObject json) {
        Settings settings = new Settings(json);
        Components components = new Components(settings);
        Startup startup = settings.getEnum("guard.startup", Startup.WARN);
        DevPayrConfig config = components.config();
        LicenseEnforcer enforcer = components.enforcer();
        Instrumentation instrumentation = Instrumentation.create();
        VertxDevPayr client = instrumentation.instrument(VertxDevPayr.create(vertx, config));
        try {
            LicenseGuard guard = components.isGuardEnabled(config) ? components.guard(vertx, client) : null;
            Deployment deployment = new Deployment(client, guard, enforcer, instrumentation);
            if (guard != null) {
                deployment.start(guard, startup);
            }
            return deployment;
        } catch (RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    private void start(LicenseGuard guard, Startup startup) {
        instrumentation.register(guard);
        try {
            if (startup != Startup.OFF) {
                guard.start();
            }
            if (startup == Startup.FAIL) {
                guard.requireLicensed();
            }
        } catch (RuntimeException failure) {
            instrumentation.close();
            guard.close();
            throw failure;
        }
    }

    /** Closes all components. May block. */
    @Override
    public void close() {
        instrumentation.close();
        if (guard != null) {
            guard.close();
        }
        client.close();
    }
}
