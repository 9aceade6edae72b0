package com.devpayr.vertx.verticle;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
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
        DevPayrConfig config = components.config(vertx);
        LicenseEnforcer enforcer = components.enforcer();
        boolean guarded = components.isGuardEnabled(config);
        requireGuard(guarded, enforcer.mode());
        AsyncCallInterceptor resilience = ResilienceKeys.interceptor(settings);
        Instrumentation instrumentation = Instrumentation.create();
        VertxDevPayr measured = instrumentation.instrument(VertxDevPayr.create(vertx, config));
        VertxDevPayr client = resilience == null ? measured : measured.with(resilience);
        try {
            LicenseGuard guard = guarded ? components.guard(vertx, client) : null;
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

    /** Rejects modes that respond to requests: without a guard no request would be checked. */
    private static void requireGuard(boolean guarded, EnforcementMode mode) {
        if (!guarded && (mode == EnforcementMode.PAGE || mode == EnforcementMode.REDIRECT)) {
            throw new ConfigurationException(
                    "devpayr.enforcement.mode",
                    "is \"" + mode.name().toLowerCase(Locale.ROOT)
                            + "\", but there is no license guard, so no request would be checked; configure"
                            + " devpayr.license-key, and do not set devpayr.guard.enabled to false");
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
