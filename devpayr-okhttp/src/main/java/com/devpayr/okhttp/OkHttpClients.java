package com.devpayr.okhttp;

import com.devpayr.config.DevPayrConfig;
import okhttp3.OkHttpClient;

/**
 * An {@link OkHttpClient} that obeys the contract: what the configuration says about time, no redirects, exactly one
 * request on the wire for each call, and an interrupt ends a call at once. Closing it ends the calls that wait for an
 * answer and frees what was made here, and nothing that a caller brought.
 *
 * <pre>{@code
 * OkHttpClients engine = OkHttpClients.create(config);
 * engine.client().newCall(request).execute();
 * }</pre>
 */
public final class OkHttpClients implements AutoCloseable {
    private final OkHttpClient client;
    private final boolean owned;

    private OkHttpClients(OkHttpClient client, boolean owned) {
        this.client = client;
        this.owned = owned;
    }

    /**
     * A client of our own, whose threads never keep the JVM alive. Where the JVM has virtual threads (Java 21), each
     * asynchronous call runs on one; before, {@value DaemonDispatcher#THREADS} calls run at a time and the others wait.
     */
    public static OkHttpClients create(DevPayrConfig config) {
        OkHttpClient plain =
                new OkHttpClient.Builder().dispatcher(DaemonDispatcher.create()).build();
        return new OkHttpClients(obeying(plain, config), true);
    }

    /** A caller's client with our rules: its pool, threads, interceptors and TLS stay its own and are never closed. */
    public static OkHttpClients wrap(OkHttpClient callers, DevPayrConfig config) {
        return new OkHttpClients(obeying(callers, config), false);
    }

    private static OkHttpClient obeying(OkHttpClient base, DevPayrConfig config) {
        return base.newBuilder()
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.readTimeout())
                .writeTimeout(config.readTimeout())
                .callTimeout(config.callTimeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(InterruptInterceptor::heed)
                .addInterceptor(ConnectionTracker::report)
                .addNetworkInterceptor(ConnectionTracker::mark)
                .addNetworkInterceptor(new RetryAfterRewriter())
                .build();
    }

    /** The client to call with. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        if (owned) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
