package com.devpayr.vertx;

import com.devpayr.call.WaitGuard;
import com.devpayr.operation.Operation;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Which threads may not wait, and how those that may do. */
final class EventLoops implements WaitGuard {
    /** Who waits on an event loop for what that event loop is to do waits for ever. */
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
     * In a verticle on a worker or a virtual thread, on a thread of no context of Vert.x: the verticle's own would be given
     * the answer only after the verticle that waits for it.
     */
    @Override
    public CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
        Context context = Vertx.currentContext();
        return context == null || context.isEventLoopContext()
                ? call.get()
                : CompletableFuture.supplyAsync(call).join();
    }
}
