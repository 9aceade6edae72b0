package com.devpayr.resilience4j;

import com.devpayr.call.AsyncCall;
import com.devpayr.call.AsyncCallInterceptor;
import java.util.concurrent.CompletableFuture;

/** Tries and waits without holding a thread. */
final class AsyncResilience implements AsyncCallInterceptor {
    private final Plan plan;

    AsyncResilience(Plan plan) {
        this.plan = plan;
    }

    @Override
    public CompletableFuture<?> intercept(AsyncCall call) {
        return new AsyncRun(plan, call).start();
    }
}
