package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The Vert.x, Web Client and worker threads that a client shares with all clients derived from it. A Vert.x or Web
 * Client of the application is not closed.
 */
final class VertxResources implements AutoCloseable {
    static final String WORKER_POOL = "devpayr-vertx";
    static final int WORKER_COUNT = 4;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final boolean ownsVertx;
    private final WebClient webClient;
    private final @Nullable HttpClient ownedConnections;
    private final @Nullable SSLContext tls;
    private final WorkerExecutor workers;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final TimeoutTimer timeouts = new TimeoutTimer(exchanges);
    private final Set<BlockingTask> queuedTasks = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    private VertxResources(
            Vertx vertx,
            boolean ownsVertx,
            WebClient webClient,
            @Nullable HttpClient ownedConnections,
            @Nullable SSLContext tls) {
        this.vertx = vertx;
        this.ownsVertx = ownsVertx;
        this.webClient = webClient;
        this.ownedConnections = ownedConnections;
        this.tls = tls;
        this.workers = vertx.createSharedWorkerExecutor(WORKER_POOL, WORKER_COUNT);
    }

    /** Creates a Vert.x, whose threads do not keep the JVM alive, and a Web Client. */
    static VertxResources create(DevPayrConfig config, HttpClientOptions options, PoolOptions pool) {
        VertxOptions small = new VertxOptions()
                .setUseDaemonThread(true)
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        return withConnections(Vertx.vertx(small), true, config, options, pool);
    }

    /** Creates a Web Client on the application's Vert.x. */
    static VertxResources on(Vertx vertx, DevPayrConfig config, HttpClientOptions options, PoolOptions pool) {
        return withConnections(vertx, false, config, options, pool);
    }

    /** Uses the application's Vert.x and Web Client. */
    static VertxResources on(Vertx vertx, WebClient webClient) {
        return new VertxResources(vertx, false, webClient, null, null);
    }

    /** Creates the HTTP client separately, since closing a Web Client neither waits nor reports failures. */
    private static VertxResources withConnections(
            Vertx vertx, boolean ownsVertx, DevPayrConfig config, HttpClientOptions options, PoolOptions pool) {
        HttpClient connections = vertx.createHttpClient(effective(options, config), pool);
        WebClient webClient = WebClient.wrap(connections, new WebClientOptions().setUserAgentEnabled(false));
        return new VertxResources(vertx, ownsVertx, webClient, connections, config.sslContext());
    }

    /**
     * Returns the options with the configured connect timeout and TLS, which verifies host names, no decompression, and no activity log, which
     * contains credentials.
     */
    static HttpClientOptions effective(HttpClientOptions options, DevPayrConfig config) {
        HttpClientOptions effective = new HttpClientOptions(options)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setDecompressionSupported(false)
                .setLogActivity(false);
        SSLContext context = config.sslContext();
        return context == null
                ? effective
                : effective
                        .setSslEngineOptions(new SslContextEngineOptions(context))
                        .setVerifyHost(true);
    }

    Vertx vertx() {
        return vertx;
    }

    /**
     * Checks the configuration of a client that shares the connections.
     *
     * @throws ConfigurationException if it has other TLS settings
     */
    void requireSameTls(DevPayrConfig config) {
        if (config.sslContext() != null && config.sslContext() != tls) {
            throw new ConfigurationException(
                    "sslContext", "differs from that of the shared connections; create another client, or remove it");
        }
    }

    WebClient webClient() {
        return webClient;
    }

    /**
     * Registers an exchange, so that it fails if its timeouts expire or the resources are closed.
     *
     * @throws IllegalStateException if they are already closed
     */
    void register(Exchange exchange) {
        exchanges.add(exchange);
        if (isClosed) {
            exchanges.remove(exchange);
            throw new IllegalStateException("this DevPayr client is closed; create a new one");
        }
        watch(exchange, exchange.created());
    }

    /**
     * Sets the timer for the timeouts of an exchange in progress.
     *
     * @param now the current {@link System#nanoTime()}
     */
    void watch(Exchange exchange, long now) {
        timeouts.watch(exchange, now);
    }

    void unregister(Exchange exchange) {
        exchanges.remove(exchange);
    }

    /** Fails the exchanges of one transport that are in progress. */
    void abort(VertxTransport transport) {
        exchanges.stream().filter(exchange -> exchange.belongsTo(transport)).forEach(Exchange::abort);
    }

    /**
     * Runs work that may block on a worker of this client, since all workers of the application may be waiting for the result.
     * Tasks that are queued when the workers are closed run on another thread, since calls depend on them.
     *
     * @throws RejectedExecutionException if the workers are closed
     */
    void runBlocking(Runnable work) {
        BlockingTask task = new BlockingTask(work);
        queuedTasks.add(task);
        try {
            workers.executeBlocking(task, false);
        } catch (RuntimeException rejected) {
            queuedTasks.remove(task);
            throw rejected;
        }
    }

    /** Calls a supplier that may block on a worker. The future completes on the caller's context; fails if the workers are closed. */
    <T> Future<T> callBlocking(Callable<T> work) {
        try {
            return workers.executeBlocking(work, false);
        } catch (RejectedExecutionException closed) {
            return Future.failedFuture(closed);
        }
    }

    /** Waits until the resources are closed, except on an event loop. */
    @Override
    public void close() {
        isClosed = true;
        exchanges.forEach(Exchange::abort);
        timeouts.cancel();
        Future<Void> closed = ownsVertx ? vertx.close() : closeConnections().eventually(workers::close);
        closed.onComplete(done -> queuedTasks.forEach(CompletableFuture::runAsync));
        if (!Context.isOnEventLoopThread()) {
            await(closed);
        }
    }

    private Future<Void> closeConnections() {
        return ownedConnections == null ? Future.succeededFuture() : ownedConnections.close();
    }

    private static void await(Future<Void> closed) {
        try {
            closed.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("Vert.x could not be closed", failure);
        }
    }

    /** A task that runs at most once. */
    private final class BlockingTask implements Callable<@Nullable Void>, Runnable {
        private final Runnable work;

        BlockingTask(Runnable work) {
            this.work = work;
        }

        @Override
        public @Nullable Void call() {
            run();
            return null;
        }

        @Override
        public void run() {
            if (queuedTasks.remove(this)) {
                work.run();
            }
        }
    }
}
