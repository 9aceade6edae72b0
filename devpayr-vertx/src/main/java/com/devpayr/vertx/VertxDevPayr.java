package com.devpayr.vertx;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.Bridge;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * DevPayr over Vert.x, never blocking.
 *
 * <pre>{@code
 * VertxDevPayr devpayr = VertxDevPayr.create(vertx, config); // on an event loop: open(vertx, config)
 * devpayr.licenses().create(projectId, draft).onSuccess(this::deliver);
 * AsyncDevPayr futures = devpayr.async(); // CompletableFuture
 * DevPayr blocking = devpayr.blocking(); // not on an event loop
 * }</pre>
 *
 * <p>Sends each request once, and follows no redirect. What may block is done on four worker threads of its own ({@code
 * devpayr-vertx}), never on an event loop: credentials from a supplier or a mounted file, files, large JSON, and whatever is
 * done for the first time.
 *
 * <p>Every future is completed on the caller's context: for a caller on an event loop, on that event loop; for a caller
 * outside of Vert.x, on one of the event loops. So its callbacks must not block. That holds for {@link #async()} too,
 * unless a callback is given an executor of its own, as with {@code thenAcceptAsync}.
 *
 * <p>A Vert.x future cannot be cancelled; one of {@link #async()} can, and that ends the request.
 */
public final class VertxDevPayr implements AutoCloseable {
    private final Engine engine;
    private final AsyncDevPayr async;
    private final UnaryOperator<AsyncDevPayr> interceptors;
    private final VertxProjectService projects;
    private final VertxDomainService domains;
    private final VertxLicenseService licenses;
    private final VertxInjectableService injectables;
    private final VertxPaymentService payments;
    private final VertxRuntimeService runtime;

    private VertxDevPayr(Engine engine, AsyncDevPayr async, UnaryOperator<AsyncDevPayr> interceptors) {
        this.engine = engine;
        this.async = async;
        this.interceptors = interceptors;
        this.projects = service(VertxProjectService.class, AsyncProjectService.class);
        this.domains = service(VertxDomainService.class, AsyncDomainService.class);
        this.licenses = service(VertxLicenseService.class, AsyncLicenseService.class);
        this.injectables = service(VertxInjectableService.class, AsyncInjectableService.class);
        this.payments = service(VertxPaymentService.class, AsyncPaymentService.class);
        this.runtime = service(VertxRuntimeService.class, AsyncRuntimeService.class);
    }

    /** A client with every default on the caller's Vert.x, which it never closes. */
    public static VertxDevPayr create(Vertx vertx, DevPayrConfig config) {
        return builder(config).vertx(vertx).build();
    }

    /**
     * The same as {@link #create(Vertx, DevPayrConfig)}, made on a worker: for a caller on an event loop, where the
     * loading of classes would take too long the first time.
     *
     * @return completed on the caller's context
     */
    public static Future<VertxDevPayr> open(Vertx vertx, DevPayrConfig config) {
        return vertx.executeBlocking(() -> create(vertx, config));
    }

    /** A client with every default on a Vert.x of its own, whose threads never keep the JVM alive. */
    public static VertxDevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** A client to be fitted out. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    private <P, A> P service(Class<P> type, Class<A> twin) {
        return Bridge.toStyle(type, twin, async.port(twin), this::onCallersContext);
    }

    private Future<?> onCallersContext(Supplier<CompletableFuture<?>> call) {
        Context current = Vertx.currentContext();
        return Future.fromCompletionStage(
                call.get(), current == null ? engine.vertx().getOrCreateContext() : current);
    }

    /** The vendor's projects, by API key. */
    public VertxProjectService projects() {
        return projects;
    }

    /** A project's domains, by API key. */
    public VertxDomainService domains() {
        return domains;
    }

    /** A project's licenses, by API key. */
    public VertxLicenseService licenses() {
        return licenses;
    }

    /** A project's injectables, by API key. */
    public VertxInjectableService injectables() {
        return injectables;
    }

    /** Payment status as the backend sees it, by API key. */
    public VertxPaymentService payments() {
        return payments;
    }

    /** What a running copy asks, by license key. */
    public VertxRuntimeService runtime() {
        return runtime;
    }

    /** The same client with an interceptor around every call. Both share one lifecycle: closing one closes both. */
    public VertxDevPayr with(AsyncCallInterceptor interceptor) {
        return new VertxDevPayr(engine, async.with(interceptor), plain -> interceptors
                .apply(plain)
                .with(interceptor));
    }

    /**
     * A client with another vendor's or copy's credentials, on the connections and threads of this one, with the same
     * interceptors around every call. For one service that many use:
     *
     * <pre>{@code
     * VertxDevPayr acme = devpayr.tenant(DevPayrConfig.builder().licenseKey(key).domain("acme.example.com").build());
     * }</pre>
     *
     * <p>Closing it leaves the connections; closing this client ends those of all its tenants.
     *
     * @param config all of which counts for the tenant, but for the connect timeout, which is that of the connections
     */
    public VertxDevPayr tenant(DevPayrConfig config) {
        return new VertxDevPayr(engine, interceptors.apply(client(engine, config, () -> {})), interceptors);
    }

    private static AsyncDevPayr client(Engine engine, DevPayrConfig config, AutoCloseable resource) {
        return AsyncDevPayr.of(new Ports(engine, config), resource, new EventLoops());
    }

    /** The same client with {@link CompletableFuture}s. Closing one closes both. */
    public AsyncDevPayr async() {
        return async;
    }

    /**
     * The same client, blocking. Closing one closes both. On an event loop, any event loop of Vert.x, every call throws
     * {@link IllegalStateException} and sends nothing; on worker threads, virtual threads and all others it may be used.
     */
    public DevPayr blocking() {
        return DevPayr.over(async);
    }

    /**
     * Closes the connections, and the Vert.x that the client made for itself; calls under way fail. Waits for that,
     * unless it is called on an event loop. A second close does nothing.
     */
    @Override
    public void close() {
        async.close();
    }

    /** Fits out a client with the caller's own parts of Vert.x. */
    public static final class Builder {
        private static final int MAX_CONNECTIONS = 1024;

        private final DevPayrConfig config;
        private HttpClientOptions options = new HttpClientOptions();
        private PoolOptions pool = new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS);
        private @Nullable Vertx vertx;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        /** The caller's own Vert.x in place of one made for this client. Never closed by this library. */
        public Builder vertx(Vertx vertx) {
            this.vertx = vertx;
            return this;
        }

        /**
         * The caller's own options of the HTTP client: TLS, proxy, protocol version. Those of Web Client ({@code
         * WebClientOptions}) are taken too. Copied; the connect timeout gives way to the configuration, decompression is
         * done on a worker instead of the event loop, and Vert.x's activity log, which shows credentials, is off.
         */
        public Builder options(HttpClientOptions options) {
            this.options = options;
            return this;
        }

        /**
         * How many connections may be open. The default is {@value #MAX_CONNECTIONS}; with one call to a connection, what
         * exceeds it waits. Copied.
         */
        public Builder pool(PoolOptions pool) {
            this.pool = pool;
            return this;
        }

        /** The client. */
        public VertxDevPayr build() {
            Vertx callers = vertx;
            Engine engine = callers == null
                    ? Engine.create(config, options, pool)
                    : Engine.over(callers, config, options, pool);
            return new VertxDevPayr(engine, client(engine, config, engine), UnaryOperator.identity());
        }
    }
}
