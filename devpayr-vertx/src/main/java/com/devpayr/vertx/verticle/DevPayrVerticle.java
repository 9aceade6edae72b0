package com.devpayr.vertx.verticle;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A verticle that provides a client, a license enforcer and, if a license key is configured, a license guard. Deploy one
 * instance and share it between the verticles of a Vert.x instance.
 *
 * <pre>{@code
 * DevPayrVerticle devpayr = new DevPayrVerticle();
 * vertx.deployVerticle(devpayr, new DeploymentOptions().setConfig(config))
 *         .onSuccess(id -> router.route().handler(LicenseHandler.create(devpayr.enforcer(), devpayr.guard())));
 * }</pre>
 *
 * <p>The configuration keys are named like the Spring Boot properties, nested or with dots: {@code {"devpayr":
 * {"license-key-file": "/run/secrets/key", "guard": {"check-interval": "1h"}}}}. The deployment fails with a {@link
 * com.devpayr.error.ConfigurationException} if a value is invalid. If {@code devpayr.guard.startup} is {@code fail}, it also
 * fails with the exception of {@link LicenseGuard#requireLicensed()}; otherwise the deployment does not wait for DevPayr.
 *
 * <p>If Micrometer is on the class path, metrics of calls and of the verdict are recorded with its global registry. If {@code
 * devpayr-resilience4j} is on the class path, calls are retried and limited as {@code devpayr.resilience} configures.
 */
public final class DevPayrVerticle extends VerticleBase {
    private volatile @Nullable Deployment deployment;

    @Override
    public Future<?> start() {
        JsonObject config = config();
        return vertx.executeBlocking(() -> Deployment.create(vertx, config)).onSuccess(created -> deployment = created);
    }

    @Override
    public Future<?> stop() {
        Deployment closing = requireDeployment();
        return vertx.executeBlocking(() -> {
            closing.close();
            return null;
        });
    }

    /**
     * Returns the client.
     *
     * @throws IllegalStateException if the verticle is not deployed
     */
    public VertxDevPayr client() {
        return requireDeployment().client();
    }

    /**
     * Returns the license guard. It is started unless {@code devpayr.guard.startup} is {@code off}.
     *
     * @throws IllegalStateException if the verticle is not deployed, no license key is configured or {@code
     *     devpayr.guard.enabled} is {@code false}
     */
    public LicenseGuard guard() {
        LicenseGuard guard = requireDeployment().guard();
        if (guard == null) {
            throw new IllegalStateException("There is no license guard; configure devpayr.license-key, and do not set"
                    + " devpayr.guard.enabled to false");
        }
        return guard;
    }

    /**
     * Returns the license enforcer, configured by {@code devpayr.enforcement}.
     *
     * @throws IllegalStateException if the verticle is not deployed
     */
    public LicenseEnforcer enforcer() {
        return requireDeployment().enforcer();
    }

    private Deployment requireDeployment() {
        Deployment current = deployment;
        if (current == null) {
            throw new IllegalStateException("DevPayrVerticle is not deployed yet; wait for the deployment's future");
        }
        return current;
    }
}
