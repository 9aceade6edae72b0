package com.devpayr.vertx;

import com.devpayr.spi.CallThreads;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a call that begins on the current context: workers for work that may block, and the caller's context for the
 * completion. Without a context the call completes on any event loop.
 */
final class ContextThreads implements CallThreads {
    private final VertxResources resources;
    private final @Nullable Context caller = Vertx.currentContext();

    ContextThreads(VertxResources resources) {
        this.resources = resources;
    }

    @Override
    public void runBlocking(Runnable task) {
        resources.runBlocking(task);
    }

    @Override
    public void complete(Runnable task) {
        if (Context.isOnEventLoopThread() && (caller == null || caller == Vertx.currentContext())) {
            task.run();
            return;
        }
        Context target = caller == null ? resources.vertx().getOrCreateContext() : caller;
        target.runOnContext(ignored -> task.run());
    }
}
