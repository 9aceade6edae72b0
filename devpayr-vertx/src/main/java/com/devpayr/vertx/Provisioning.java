package com.devpayr.vertx;

import com.devpayr.internal.provision.AsyncEnsure;
import com.devpayr.internal.provision.Lookup;
import com.devpayr.operation.EnsureResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Finding and creating resources with the steps of the core, with Vert.x futures. */
final class Provisioning {
    private Provisioning() {}

    /** Searches a list. The future fails if the search cannot be created. */
    static <T> Future<Optional<T>> find(Supplier<Lookup<T>> search, VertxPagedStream<T> rows) {
        try {
            Lookup<T> lookup = search.get();
            return rows.forEach(lookup).map(done -> lookup.result());
        } catch (RuntimeException invalid) {
            return Future.failedFuture(invalid);
        }
    }

    /** Finds a resource or creates it. The future is completed on the caller's context. */
    static <T> Future<EnsureResult<T>> ensure(Supplier<Future<Optional<T>>> find, Supplier<Future<T>> create) {
        Context context = Vertx.currentContext();
        CompletableFuture<EnsureResult<T>> result =
                AsyncEnsure.start(() -> completable(find.get()), () -> completable(create.get()));
        return context == null ? Future.fromCompletionStage(result) : Future.fromCompletionStage(result, context);
    }

    private static <T> CompletableFuture<T> completable(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }
}
