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

/** A lease in the map of a cluster. */
final class ClusterLeaseStore implements LeaseStore {
    private static final long LONGEST_WAIT_SECONDS = 10;

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
            throw new IllegalStateException("the lease in the cluster's map would block the event loop "
                    + Thread.currentThread().getName()
                    + "; start, check and close the guard in vertx.executeBlocking");
        }
        CompletableFuture<T> answer = started(operation);
        try {
            return answer.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("the wait was interrupted", interrupted);
        } catch (TimeoutException late) {
            throw failed("the cluster did not answer in " + LONGEST_WAIT_SECONDS + " s", late);
        } catch (ExecutionException failure) {
            throw failed(String.valueOf(failure.getCause()), failure);
        }
    }

    /** On a thread of no context of Vert.x: a worker's context would answer only after the worker that waits. */
    private <T> CompletableFuture<T> started(Function<AsyncMap<String, String>, Future<T>> operation) {
        return CompletableFuture.supplyAsync(() -> vertx.sharedData()
                        .<String, String>getAsyncMap(VertxLeaseStore.MAP)
                        .compose(operation)
                        .toCompletionStage())
                .thenCompose(stage -> stage);
    }

    private static IllegalStateException failed(String why, Throwable cause) {
        return new IllegalStateException("the lease in the cluster's map is out of reach: " + why, cause);
    }
}
