package com.devpayr.examples.gateway;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.vertx.lease.VertxLeaseStore;
import com.devpayr.vertx.web.LicenseHandler;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;

/** The tenants by host name: each with a guard and a gate, all on one connection pool and two threads. */
final class Tenants implements Handler<RoutingContext>, AutoCloseable {
    private static final int THREADS = 2;

    private final Vertx vertx;
    private final JsonObject settings;
    private final VertxDevPayr devpayr;
    private final UnaryOperator<LicenseGuard.Builder> guarding;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, task -> new Thread(task, "gateway-guards"));
    private final Map<String, LicenseGuard> guards = new HashMap<>();
    private final Map<String, LicenseHandler> gates = new HashMap<>();

    private Tenants(
            Vertx vertx, JsonObject settings, VertxDevPayr devpayr, UnaryOperator<LicenseGuard.Builder> guarding) {
        this.vertx = vertx;
        this.settings = settings;
        this.devpayr = devpayr;
        this.guarding = guarding;
    }

    /** Starts a guard for each tenant. May block. */
    static Tenants open(
            Vertx vertx,
            JsonObject settings,
            UnaryOperator<VertxDevPayr> client,
            UnaryOperator<LicenseGuard.Builder> guarding) {
        DevPayrConfig nobody =
                DevPayrConfig.builder().baseUrl(settings.getString("base-url")).build();
        Tenants tenants = new Tenants(vertx, settings, client.apply(VertxDevPayr.create(vertx, nobody)), guarding);
        JsonObject keys = settings.getJsonObject("tenants");
        keys.fieldNames().forEach(host -> tenants.add(host, keys.getString(host)));
        return tenants;
    }

    private void add(String host, String licenseKey) {
        DevPayrConfig config = DevPayrConfig.builder()
                .baseUrl(settings.getString("base-url"))
                .licenseKey(licenseKey)
                .domain(host)
                .build();
        // <guard>
        LicenseGuard.Builder builder = LicenseGuard.builder(
                        devpayr.withConfig(config).async())
                .application("gateway")
                .checkInterval(Duration.parse(settings.getString("interval", "PT1H")))
                .leaseStore(name -> VertxLeaseStore.create(vertx, name))
                .scheduler(threads)
                .executor(threads);
        // </guard>
        LicenseGuard guard = guarding.apply(builder).build();
        guard.start();
        guards.put(host, guard);
        gates.put(
                host,
                LicenseHandler.create(
                        LicenseEnforcer.builder(EnforcementMode.PAGE).build(), guard));
    }

    @Override
    public void handle(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        LicenseHandler gate = authority == null ? null : gates.get(authority.host());
        if (gate == null) {
            context.response().setStatusCode(404).end();
        } else {
            gate.handle(context);
        }
    }

    @Override
    public void close() {
        guards.values().forEach(LicenseGuard::close);
        threads.shutdown();
        devpayr.close();
    }
}
