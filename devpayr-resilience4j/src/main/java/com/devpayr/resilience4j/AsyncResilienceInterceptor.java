package com.devpayr.resilience4j;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import java.util.concurrent.CompletableFuture;

/** An interceptor that runs the attempts of a call, and the waits between them, without blocking a thread. */
record AsyncResilienceInterceptor(ResilienceConfig config) implements AsyncCallInterceptor {
    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        return new AsyncAttemptLoop(config, call).start();
    }
}
