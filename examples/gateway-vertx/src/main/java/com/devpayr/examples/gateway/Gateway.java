package com.devpayr.examples.gateway;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.HttpProxy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A reverse proxy that forwards the requests of licensed tenants. Configuration:
 *
 * <pre>{@code
 * {
 *   "port": 8080,
 *   "origin": {"host": "127.0.0.1", "port": 9000},
 *   "base-url": "https://api.devpayr.dev/api/v1/",
 *   "interval": "PT1H",
 *   "tenants": {"acme.example.com": "the license key of Acme"}
 * }
 * }</pre>
 */
public final class Gateway extends VerticleBase {
    private final UnaryOperator<VertxDevPayr> client;
    private final UnaryOperator<LicenseGuard.Builder> guards;
    private @Nullable Tenants tenants;
    private int port;

    /** Creates a gateway. */
    public Gateway() {
        this(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Creates a gateway with customized client and guards, for tests. */
    Gateway(UnaryOperator<VertxDevPayr> client, UnaryOperator<LicenseGuard.Builder> guards) {
        this.client = client;
        this.guards = guards;
    }

    /** Runs a gateway. The argument is the path of its JSON configuration. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        vertx.fileSystem()
                .readFile(arguments[0])
                .map(JsonObject::new)
                .compose(config -> vertx.deployVerticle(new Gateway(), new DeploymentOptions().setConfig(config)))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    vertx.close();
                });
    }

    /** Creates the tenants on a worker thread, since leases may be stored in a cluster. */
    @Override
    public Future<?> start() {
        return vertx.executeBlocking(() -> Tenants.create(vertx, config(), client, guards))
                .compose(this::serve);
    }

    private Future<HttpServer> serve(Tenants created) {
        tenants = created;
        JsonObject origin = config().getJsonObject("origin");
        HttpProxy proxy = HttpProxy.reverseProxy(vertx.createHttpClient())
                .origin(origin.getInteger("port"), origin.getString("host"));
        Router router = Router.router(vertx);
        router.route().handler(created);
        router.route().handler(context -> proxy.handle(context.request()));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(config().getInteger("port"), config().getString("host", "0.0.0.0"))
                .onSuccess(server -> port = server.actualPort());
    }

    int port() {
        return port;
    }

    @Override
    public Future<?> stop() {
        Tenants created = tenants;
        return vertx.executeBlocking(() -> {
            if (created != null) {
                created.close();
            }
            return null;
        });
    }
}
