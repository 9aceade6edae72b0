package com.devpayr.call;

import java.util.concurrent.CompletableFuture;

/** Stands around every call of an asynchronous facade; see {@link CallInterceptor}. Must not block. */
@FunctionalInterface
public interface AsyncCallInterceptor {
    /** Returns the future that the port is to return; of the port's own type. What it throws becomes the future's failure. */
    CompletableFuture<?> intercept(AsyncCall call);
}
