package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The parts of Vert.x that a client uses: its HTTP client, workers of our own, and Vert.x itself, owned or not. */
final class Engine implements AutoCloseable {
    static final String WORKERS = "devpayr-vertx";
    static final int WORKER_COUNT = 4;
    private static final long CLOSE_SECONDS = 5;

    private final Vertx vertx;
    private final boolean owned;
    private final HttpClient client;
    private final WorkerExecutor workers;

    private Engine(Vertx vertx, boolean owned, HttpClientOptions options, PoolOptions pool) {
        this.vertx = vertx;
        this.owned = owned;
        this.client = vertx.createHttpClient(options, pool);
        this.workers = vertx.createSharedWorkerExecutor(WORKERS, WORKER_COUNT);
    }

    static Engine create(DevPayrConfig config, HttpClientOptions options, PoolOptions pool) {
        VertxOptions small = new VertxOptions()
                .setUseDaemonThread(true)
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
        return new Engine(Vertx.vertx(small), true, obeying(options, config), pool);
    }

    static Engine over(Vertx callers, DevPayrConfig config, HttpClientOptions options, PoolOptions pool) {
        return new Engine(callers, false, obeying(options, config), pool);
    }

    private static HttpClientOptions obeying(HttpClientOptions options, DevPayrConfig config) {
        return new HttpClientOptions(options)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setDecompressionSupported(false)
                .setLogActivity(false);
    }

    Vertx vertx() {
        return vertx;
    }

    HttpClient client() {
        return client;
    }

    /**
     * A value on the caller's context, or on an event loop for a caller without one: at once when the caller runs there,
     * which is what makes that call the cheapest.
     */
    <T> Future<T> onContext(T value) {
        Context context = vertx.getOrCreateContext();
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            return Future.succeededFuture(value);
        }
        Promise<T> there = Promise.promise();
        context.runOnContext(start -> there.complete(value));
        return there.future();
    }

    /** What may block, done on a worker of our own: the caller's may all be waiting for us. */
    <T> Future<T> onWorker(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }

    @Override
    public void close() {
        Future<Void> closed = owned ? vertx.close() : client.close().eventually(workers::close);
        if (!Context.isOnEventLoopThread()) {
            await(closed);
        }
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
}
