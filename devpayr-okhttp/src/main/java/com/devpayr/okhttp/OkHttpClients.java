package com.devpayr.okhttp;

import com.devpayr.config.DevPayrConfig;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * An {@link OkHttpClient} configured for DevPayr: timeouts, proxy and TLS of the configuration, no redirects, exactly one
 * request per call, and cancellation of a call when its thread is interrupted. Closing it cancels running calls and releases threads and
 * connections, unless they belong to a client that was passed in.
 *
 * <pre>{@code
 * try (OkHttpClients clients = OkHttpClients.create(config)) {
 *     clients.newCall(clients.client(), request, null).execute();
 * }
 * }</pre>
 */
public final class OkHttpClients implements AutoCloseable {
    /** OkHttp's own default. */
    private static final long KEEP_ALIVE_MINUTES = 5;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final OkHttpClient client;
    private final boolean owned;

    private OkHttpClients(OkHttpClient base, DevPayrConfig config, boolean owned) {
        this.client = configure(base, config, closed::get);
        this.owned = owned;
    }

    /**
     * Creates a client with its own connection pool and daemon threads. Asynchronous calls run on virtual threads with Java
     * 21 and later. With earlier versions at most {@value DaemonDispatcher#THREADS} calls run concurrently; others wait.
     */
    public static OkHttpClients create(DevPayrConfig config) {
        OkHttpClient client = new OkHttpClient.Builder()
                .dispatcher(DaemonDispatcher.create())
                .proxy(Proxy.NO_PROXY) // in place of the JVM's, which other transports do not use
                .connectionPool(new ConnectionPool(config.maxConnections(), KEEP_ALIVE_MINUTES, TimeUnit.MINUTES))
                .build();
        return new OkHttpClients(client, config, true);
    }

    /**
     * Derives a client from an existing one. Connection pool, threads and interceptors are shared with it and not closed. Its
     * proxy and TLS settings are used unless the configuration has its own.
     */
    public static OkHttpClients wrap(OkHttpClient client, DevPayrConfig config) {
        return new OkHttpClients(client, config, false);
    }

    private static OkHttpClient configure(OkHttpClient base, DevPayrConfig config, BooleanSupplier isClosed) {
        OkHttpClient.Builder client = base.newBuilder();
        ConnectionSettings.apply(config, client);
        return client.connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .callTimeout(config.callTimeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new WatchdogTimer(config)::intercept)
                .addInterceptor(InterruptInterceptor::intercept)
                .addInterceptor(new ConnectionTracker(config.proxy(), isClosed)::interceptCall)
                .addNetworkInterceptor(ConnectionTracker::interceptNetwork)
                .addNetworkInterceptor(new RetryAfterRewriter())
                .build();
    }

    /**
     * Creates a call, which is not started.
     *
     * @param client {@link #client()}, or a client derived from it
     * @param timeout the maximum time of the call; null for that of the client
     */
    public Call newCall(OkHttpClient client, Request request, @Nullable Duration timeout) {
        Call call = client.newCall(request);
        if (timeout != null) {
            call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        return call;
    }

    /** Returns the configured client. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        if (owned) {
            closed.set(true); // first: a call is either found by the next line, or finds this
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
