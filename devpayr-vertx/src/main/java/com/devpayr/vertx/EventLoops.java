package com.devpayr.vertx;

import com.devpayr.operation.Operation;
import io.vertx.core.Context;

/** Which threads may not wait. */
final class EventLoops {
    private EventLoops() {}

    /** The guard of the blocking bridge: who waits on an event loop for what that event loop is to do waits for ever. */
    static void refuse(Operation operation) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(operation.id() + " would block the event loop "
                    + Thread.currentThread().getName()
                    + "; call the service of VertxDevPayr, or of its async(), or run the blocking call in"
                    + " vertx.executeBlocking");
        }
    }
}
