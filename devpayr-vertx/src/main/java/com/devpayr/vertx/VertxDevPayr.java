package com.devpayr.vertx;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.call.PortProxies;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The client of DevPayr for Vert.x, over Vert.x Web Client. Never blocks an event loop. Safe for use by multiple threads;
 * close it when the application ends.
 *
 * <pre>{@code
 * VertxDevPayr devpayr = VertxDevPayr.create(vertx, config);
 * devpayr.licenses().create(projectId, draft).onSuccess(this::deliver);
 *
 * AsyncDevPayr async = devpayr.async();  // CompletableFuture
 * DevPayr blocking = devpayr.blocking(); // on worker and virtual threads
 * }</pre>
 *
 * <p>Each call is one request: nothing is retried, and no redirect is followed. Work that may block runs on four worker
 * threads of the client ({@code devpayr-vertx}): credentials from a supplier or a mounted file, uploads, large JSON, and the
 * first call of each operation.
 *
 * <p>Every future, those of {@link #async()} too, is completed on the context of its caller; for a caller outside of Vert.x, on
 * an event loop. Callbacks must not block it.
 *
 * <p>A Vert.x future cannot be cancelled; a future of {@link #async()} can, which ends the request on the wire.
 */
public final class VertxDevPayr implements AutoCloseable {
    private static final List<Class<?>> SERVICES = List.of(
            VertxProjectService.class,
            VertxDomainService.class,
            VertxLicenseService.class,
            VertxInjectableService.class,
            VertxPaymentService.class,
            VertxRuntimeService.class,
            VertxStatusService.class);

    private final VertxResources resources;
    private final AsyncDevPayr async;
    private final List<AsyncCallInterceptor> interceptors;
    private final PortProxies services = new PortProxies(SERVICES, this::call);

    private VertxDevPayr(VertxResources resources, AsyncDevPayr async, List<AsyncCallInterceptor> interceptors) {
        this.resources = resources;
        this.async = async;
        this.interceptors = interceptors;
    }

    /**
     * Creates a client with default settings on the application's Vert.x, which stays open when the client is closed. May
     * block while classes are loaded; on an event loop, call {@link #createAsync} instead.
     */
    public static VertxDevPayr create(Vertx vertx, DevPayrConfig config) {
        return builder(config).vertx(vertx).build();
    }

    /**
     * Creates a client as {@link #create(Vertx, DevPayrConfig)} does, without blocking the current thread.
     *
     * @return completed on the caller's context
     */
    public static Future<VertxDevPayr> createAsync(Vertx vertx, DevPayrConfig config) {
        return vertx.executeBlocking(() -> create(vertx, config));
    }

    /** Creates a client with default settings and a Vert.x of its own, whose threads do not keep the JVM alive. */
    public static VertxDevPayr create(DevPayrConfig config) {
        return builder(config).build();
    }

    /** Returns a builder for a customized client. */
    public static Builder builder(DevPayrConfig config) {
        return new Builder(config);
    }

    private static AsyncDevPayr connect(VertxResources resources, DevPayrConfig config, Runnable release) {
        return HttpDevPayr.createAsync(config, new VertxTransport(resources, config, release));
    }

    private Future<?> call(Operation operation, List<Object> arguments) {
        Context current = Vertx.currentContext();
        CompletableFuture<?> result = async.call(operation, arguments);
        return Future.fromCompletionStage(
                result, current == null ? resources.vertx().getOrCreateContext() : current);
    }

    /** Returns access to the vendor's projects. Requires an API key. */
    public VertxProjectService projects() {
        return services.port(VertxProjectService.class);
    }

    /** Returns access to a project's domains. Requires an API key. */
    public VertxDomainService domains() {
        return services.port(VertxDomainService.class);
    }

    /** Returns access to a project's licenses. Requires an API key. */
    public VertxLicenseService licenses() {
        return services.port(VertxLicenseService.class);
    }

    /** Returns access to a project's injectables. Requires an API key. */
    public VertxInjectableService injectables() {
        return services.port(VertxInjectableService.class);
    }

    /** Returns access to the payment status of projects and domains. Requires an API key. */
    public VertxPaymentService payments() {
        return services.port(VertxPaymentService.class);
    }

    /** Returns the calls of a licensed application at run time. Requires a license key. */
    public VertxRuntimeService runtime() {
        return services.port(VertxRuntimeService.class);
    }

    /**
     * Sends a request to the root of DevPayr's API, for health checks. Requires no credential and no license. Fails if DevPayr
     * cannot be reached or responds with an error.
     */
    public Future<Void> ping() {
        return services.port(VertxStatusService.class).ping();
    }

    /**
     * Sends a request to an endpoint that this library has no operation for, with the headers, limits, timeouts, errors and
     * interceptors of all calls. Interceptors see {@link Operation#RAW_READ} for GET, which may be retried, and {@link
     * Operation#RAW_WRITE} for other methods, which are retried only if the request was certainly not processed.
     *
     * <pre>{@code
     * devpayr.raw("GET", "project/7/seats", Credential.API_KEY, null).onSuccess(seats -> …);
     * }</pre>
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path path and query relative to the base URL, percent-encoded
     * @param credential the credential to send; null for none
     * @param body JSON text, or a map or list that is written as JSON; null for none
     * @return fails with an {@link com.devpayr.error.InvalidRequestException} if the path is not relative to the base URL, or
     *     another part is not allowed
     */
    public Future<RawResult> raw(String method, String path, @Nullable Credential credential, @Nullable Object body) {
        Context current = Vertx.currentContext();
        return Future.fromCompletionStage(
                async.raw(method, path, credential, body),
                current == null ? resources.vertx().getOrCreateContext() : current);
    }

    /** Returns the configuration of this client. */
    public DevPayrConfig config() {
        return async.config();
    }

    /**
     * Returns a client with an additional interceptor. Interceptors run in the order in which they were added: the first
     * one receives a call first and its result last. Both clients share one lifecycle: closing one closes both.
     */
    public VertxDevPayr with(AsyncCallInterceptor interceptor) {
        List<AsyncCallInterceptor> more =
                Stream.concat(interceptors.stream(), Stream.of(interceptor)).toList();
        return new VertxDevPayr(resources, async.with(interceptor), more);
    }

    /**
     * Returns a client whose calls have options, such as another timeout or credential. Cheap, so that it can be called for a
     * single request. Options that this client already has remain in effect unless they are set again. Both clients share
     * connections and one lifecycle: closing one closes both.
     *
     * <pre>{@code
     * devpayr.withOptions(CallOptions.builder().timeout(Duration.ofSeconds(2)).build()).licenses().get(projectId, licenseId);
     * }</pre>
     */
    public VertxDevPayr withOptions(CallOptions options) {
        return new VertxDevPayr(resources, async.withOptions(options), interceptors);
    }

    /**
     * Returns a client with another configuration, such as the credentials of another tenant, that shares the connections,
     * threads and interceptors of this one, but not the options of its calls.
     *
     * <pre>{@code
     * VertxDevPayr acme = devpayr.withConfig(DevPayrConfig.builder().licenseKey(key).domain("acme.example.com").build());
     * }</pre>
     *
     * <p>Closing it ends its own calls and leaves the connections open; closing this client closes all clients derived from
     * it.
     *
     * @param config applies as a whole, including its proxy, except for connect timeout and TLS, which belong to the
     *     connections
     * @throws ConfigurationException if it has another {@code sslContext} than this client
     */
    public VertxDevPayr withConfig(DevPayrConfig config) {
        resources.requireSameTls(config);
        AsyncDevPayr derived = connect(resources, config, () -> {});
        for (AsyncCallInterceptor interceptor : interceptors) {
            derived = derived.with(interceptor);
        }
        return new VertxDevPayr(resources, derived, interceptors);
    }

    /** Returns this client with {@link CompletableFuture}s. Both clients share one lifecycle: closing one closes both. */
    public AsyncDevPayr async() {
        return async;
    }

    /**
     * Returns this client with a blocking API. Both clients share one lifecycle: closing one closes both.
     *
     * <p>On an event loop of any Vert.x every call throws {@link IllegalStateException} and sends nothing.
     */
    public DevPayr blocking() {
        return async.blocking();
    }

    /**
     * Closes the connections, and the Vert.x if the client created it. Calls in progress fail. Waits for up to five seconds,
     * unless it is called on an event loop. A second close does nothing.
     *
     * @throws IllegalStateException if they cannot be closed in this time
     */
    @Override
    public void close() {
        async.close();
    }

    /** Builds a client with parts of Vert.x that the application supplies. Not safe for use by multiple threads. */
    public static final class Builder {
        private final DevPayrConfig config;
        private @Nullable HttpClientOptions options;
        private @Nullable PoolOptions pool;
        private @Nullable Vertx vertx;
        private @Nullable WebClient webClient;

        private Builder(DevPayrConfig config) {
            this.config = config;
        }

        /** Sets the Vert.x to use in place of one that the client creates. Never closed by the client. */
        public Builder vertx(Vertx vertx) {
            this.vertx = vertx;
            return this;
        }

        /**
         * Sets the options of the HTTP client, such as TLS, proxy and protocol version. {@code WebClientOptions} are accepted
         * too. Copied. The connect timeout is replaced with the configured one, as are proxy and TLS if they are configured.
         * Responses are decompressed by this library, and the activity log, which contains credentials, is disabled.
         */
        public Builder options(HttpClientOptions options) {
            this.options = options;
            return this;
        }

        /** Sets the options of the connection pool. Copied. Replaces the configuration's {@code maxConnections}. */
        public Builder pool(PoolOptions pool) {
            this.pool = pool;
            return this;
        }

        /**
         * Sets the Web Client to use in place of one that the client creates, such as a {@code WebClientSession} or an {@code
         * OAuth2WebClient}. Requires {@link #vertx}, the Vert.x on which it was created. Never closed by the client.
         *
         * <p>Each call is still one request, with the configured call and read timeouts and the maximum response size, without
         * redirects, and aborted by cancellation. The connect timeout, TLS, the activity log and decompression are those of
         * the Web Client, as is the proxy unless one is configured. Its interceptors can change a request, but not repeat it:
         * they do not receive error responses.
         */
        public Builder webClient(WebClient webClient) {
            this.webClient = webClient;
            return this;
        }

        /**
         * Creates the client.
         *
         * @throws ConfigurationException if {@link #webClient} is set without {@link #vertx}, or together with {@link #options},
         *     {@link #pool} or a configured {@code sslContext}, which it would ignore
         */
        public VertxDevPayr build() {
            VertxResources resources = resources();
            return new VertxDevPayr(resources, connect(resources, config, resources::close), List.of());
        }

        private VertxResources resources() {
            if (webClient != null) {
                return VertxResources.on(vertxOf(webClient), webClient);
            }
            HttpClientOptions http = options == null ? new HttpClientOptions() : options;
            PoolOptions connections = pool == null ? new PoolOptions().setHttp1MaxSize(config.maxConnections()) : pool;
            return vertx == null
                    ? VertxResources.create(config, http, connections)
                    : VertxResources.on(vertx, config, http, connections);
        }

        private Vertx vertxOf(WebClient given) {
            if (vertx == null) {
                throw new ConfigurationException(
                        "webClient",
                        "needs the Vert.x that " + given.getClass().getSimpleName()
                                + " was created on; call vertx(…) too");
            }
            if (options != null || pool != null) {
                throw new ConfigurationException(
                        "webClient", "has its own options and pool; remove options(…) and pool(…), or webClient(…)");
            }
            if (config.sslContext() != null) {
                throw new ConfigurationException(
                        "sslContext", "does not apply to webClient(…), which has its own TLS; configure it there");
            }
            return vertx;
        }
    }
}
