package com.devpayr.vertx.lease;

import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lease store in a cluster-wide map. */
final class ClusterLeaseStore implements LeaseStore {
    private static final long TIMEOUT_SECONDS = 10;

    private final Vertx vertx;
    private final String name;

    ClusterLeaseStore(Vertx vertx, String name) {
        this.vertx = vertx;
        this.name = name;
    }

    @Override
    public @Nullable Lease load() {
        return await(leases -> leases.get(name).map(text -> text == null ? null : new Lease(text)));
    }

    @Override
    public void save(Lease lease) {
        await(leases -> leases.put(name, lease.text()));
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return Boolean.TRUE.equals(await(leases -> leases.replaceIfPresent(name, expected.text(), lease.text())));
    }

    @Override
    public void delete() {
        await(leases -> leases.remove(name));
    }

    private <T> @Nullable T await(Function<AsyncMap<String, String>, Future<T>> operation) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("the cluster lease store would block the event loop "
                    + Thread.currentThread().getName() + "; start, check and close the guard in vertx.executeBlocking");
        }
        CompletableFuture<T> result = start(operation);
        try {
            return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("interrupted while waiting for the cluster", interrupted);
        } catch (TimeoutException timeout) {
            throw failed("timed out after " + TIMEOUT_SECONDS + " s waiting for the cluster", timeout);
        } catch (ExecutionException failure) {
            throw failed(String.valueOf(failure.getCause()), failure);
        }
    }

    /** Runs on a thread without a Vert.x context: the context of a blocked worker could not complete the operation. */
    private <T> CompletableFuture<T> start(Function<AsyncMap<String, String>, Future<T>> operation) {
        return CompletableFuture.supplyAsync(() -> vertx.sharedData()
                        .<String, String>getAsyncMap(VertxLeaseStore.MAP)
                        .compose(operation)
                        .toCompletionStage())
                .thenCompose(stage -> stage);
    }

    private static IllegalStateException failed(String why, Throwable cause) {
        return new IllegalStateException("the cluster lease store failed: " + why, cause);
    }
}
