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

/** The tenants by host name. Each has a guard and a handler; all share one connection pool and two threads. */
final class Tenants implements Handler<RoutingContext>, AutoCloseable {
    private static final int THREADS = 2;

    private final Vertx vertx;
    private final JsonObject settings;
    private final VertxDevPayr devpayr;
    private final UnaryOperator<LicenseGuard.Builder> guardCustomizer;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, task -> new Thread(task, "gateway-guards"));
    private final Map<String, LicenseGuard> guards = new HashMap<>();
    private final Map<String, LicenseHandler> handlers = new HashMap<>();

    private Tenants(
            Vertx vertx,
            JsonObject settings,
            VertxDevPayr devpayr,
            UnaryOperator<LicenseGuard.Builder> guardCustomizer) {
        this.vertx = vertx;
        this.settings = settings;
        this.devpayr = devpayr;
        this.guardCustomizer = guardCustomizer;
    }

    /** Creates the tenants and starts a guard for each. May block. */
    static Tenants create(
            Vertx vertx,
            JsonObject settings,
            UnaryOperator<VertxDevPayr> client,
            UnaryOperator<LicenseGuard.Builder> guardCustomizer) {
        DevPayrConfig sharedConfig =
                DevPayrConfig.builder().baseUrl(settings.getString("base-url")).build();
        Tenants tenants =
                new Tenants(vertx, settings, client.apply(VertxDevPayr.create(vertx, sharedConfig)), guardCustomizer);
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
        LicenseGuard guard = guardCustomizer.apply(builder).build();
        guard.start();
        guards.put(host, guard);
        handlers.put(
                host,
                LicenseHandler.create(
                        LicenseEnforcer.builder(EnforcementMode.PAGE).build(), guard));
    }

    @Override
    public void handle(RoutingContext context) {
        HostAndPort authority = context.request().authority();
        LicenseHandler handler = authority == null ? null : handlers.get(authority.host());
        if (handler == null) {
            context.response().setStatusCode(404).end();
        } else {
            handler.handle(context);
        }
    }

    @Override
    public void close() {
        guards.values().forEach(LicenseGuard::close);
        threads.shutdown();
        devpayr.close();
    }
}
