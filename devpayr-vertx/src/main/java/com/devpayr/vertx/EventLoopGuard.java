package com.devpayr.vertx;

import com.devpayr.operation.Operation;
import com.devpayr.spi.BlockingGuard;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Rejects blocking calls on event loops, and starts those of worker verticles on another thread. */
final class EventLoopGuard implements BlockingGuard {
    /** An event loop that waits for one of its own tasks deadlocks. */
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
     * Starts the calls of worker and virtual thread verticles on a thread outside of Vert.x. Otherwise the context of the verticle
     * would have to complete the future while the verticle blocks it.
     */
    @Override
    public CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
        Context context = Vertx.currentContext();
        return context == null || context.isEventLoopContext()
                ? call.get()
                : CompletableFuture.supplyAsync(call).join();
    }
}
