package com.devpayr.internal.log;

import com.devpayr.call.CallOptions;
import com.devpayr.spi.CallContext;
import java.util.concurrent.atomic.AtomicInteger;

/** The context of a call that is logged. Counts its attempts, of which an interceptor may start several. */
final class LoggedCall implements CallContext {
    private final CallOptions options;
    private final AtomicInteger attempts = new AtomicInteger();

    LoggedCall(CallOptions options) {
        this.options = options;
    }

    @Override
    public CallOptions options() {
        return options;
    }

    int nextAttempt() {
        return attempts.incrementAndGet();
    }
}
