package com.devpayr.vertx;

import com.devpayr.operation.Operation;
import com.devpayr.spi.BlockingGuard;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Rejects blocking calls on event loops, and keeps them off the contexts of worker verticles. */
final class EventLoopGuard implements BlockingGuard {
    /** An event loop that waits for work of its own waits forever. */
    @Override
    public void check(Operation operation) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(operation.id() + " would block the event loop "
                    + Thread.currentThread().getName()
                    + "; call the service of VertxDevPayr, or of its async(), or run the blocking call in"
                    + " vertx.executeBlocking");
        }
    }

    /**
     * Starts the call of a verticle on a worker or virtual thread on a thread outside of Vert.x: the context of the verticle
     * would complete the future only after the verticle, which waits for it, has returned.
     */
    @Override
    public CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
        Context context = Vertx.currentContext();
        return context == null || context.isEventLoopContext()
                ? call.get()
                : CompletableFuture.supplyAsync(call).join();
    }
}
