package com.devpayr.vertx.verticle;

import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A client, and where a license key is configured a started guard, as one deployment. One instance serves all verticles of
 * a Vert.x.
 *
 * <pre>{@code
 * DevPayrVerticle devpayr = new DevPayrVerticle();
 * vertx.deployVerticle(devpayr, new DeploymentOptions().setConfig(config))
 *         .onSuccess(id -> router.route().handler(LicenseHandler.of(devpayr.gate(), devpayr.guard())));
 * }</pre>
 *
 * <p>The configuration has the names that the Spring properties have, nested or with dots: {@code
 * {"devpayr": {"license-key-file": "/run/secrets/key", "guard": {"interval": "1h"}}}}. The deployment fails with a {@link
 * com.devpayr.error.ConfigurationException} when a value cannot be used, and, with {@code devpayr.guard.startup} set to
 * {@code fail}, with what {@link LicenseGuard#requireLicensed()} throws. Otherwise it waits for no answer of DevPayr's.
 *
 * <p>Where Micrometer is on the class path, calls and the verdict are told to its global registry.
 */
public final class DevPayrVerticle extends VerticleBase {
    private volatile @Nullable Deployment deployed;

    @Override
    public Future<?> start() {
        JsonObject config = config();
        return vertx.executeBlocking(() -> Deployment.open(vertx, config)).onSuccess(opened -> deployed = opened);
    }

    @Override
    public Future<?> stop() {
        Deployment closing = deployment();
        return vertx.executeBlocking(() -> {
            closing.close();
            return null;
        });
    }

    /**
     * The client.
     *
     * @throws IllegalStateException before it is deployed
     */
    public VertxDevPayr client() {
        return deployment().client();
    }

    /**
     * The guard, started unless {@code devpayr.guard.startup} is {@code off}.
     *
     * @throws IllegalStateException before it is deployed, and when there is no license key or {@code
     *     devpayr.guard.enabled} is {@code false}
     */
    public LicenseGuard guard() {
        LicenseGuard guard = deployment().guard();
        if (guard == null) {
            throw new IllegalStateException(
                    "there is no guard; configure devpayr.license-key, and leave devpayr.guard.enabled true");
        }
        return guard;
    }

    /**
     * The gate of {@code devpayr.enforcement}.
     *
     * @throws IllegalStateException before it is deployed
     */
    public LicenseEnforcer gate() {
        return deployment().gate();
    }

    private Deployment deployment() {
        Deployment known = deployed;
        if (known == null) {
            throw new IllegalStateException("DevPayrVerticle is not deployed yet; wait for the deployment's future");
        }
        return known;
    }
}
