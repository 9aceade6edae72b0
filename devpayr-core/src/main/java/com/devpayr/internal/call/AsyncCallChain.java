package com.devpayr.internal.call;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The interceptors of an asynchronous client, in order, and the transport behind them. Immutable. */
public final class AsyncCallChain implements OperationHandler {
    private final InterceptorList<AsyncCallInterceptor> interceptors;
    private final AsyncCallTransport transport;

    private AsyncCallChain(InterceptorList<AsyncCallInterceptor> interceptors, AsyncCallTransport transport) {
        this.interceptors = interceptors;
        this.transport = transport;
    }

    /** Returns a chain without interceptors. */
    public static AsyncCallChain to(AsyncCallTransport transport) {
        return new AsyncCallChain(InterceptorList.empty(), transport);
    }

    /** Returns a chain whose last interceptor, before the transport, is always the policy. */
    public static AsyncCallChain to(AsyncCallTransport transport, AsyncCallInterceptor policy) {
        return new AsyncCallChain(InterceptorList.endingWith(policy), transport);
    }

    /** Returns a copy with one more interceptor, which is called after those that are there. */
    public AsyncCallChain with(AsyncCallInterceptor interceptor) {
        return new AsyncCallChain(interceptors.with(interceptor), transport);
    }

    /** Starts a call. Never throws: a failure is the future's. */
    @Override
    public CompletableFuture<?> handle(Operation operation, List<Object> arguments) {
        return proceed(operation, arguments, 0);
    }

    private CompletableFuture<?> proceed(Operation operation, List<Object> arguments, int index) {
        try {
            boolean isLast = index == interceptors.size();
            CompletableFuture<?> result = isLast
                    ? transport.call(operation, arguments)
                    : interceptors.get(index).intercept(new ChainedCall(this, operation, arguments, index + 1));
            return result == null ? missing(operation, isLast ? "the transport" : "an interceptor") : result;
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static CompletableFuture<?> missing(Operation operation, String culprit) {
        return CompletableFuture.failedFuture(
                new IllegalStateException(culprit + " returned no future for " + operation.id()));
    }

    private record ChainedCall(AsyncCallChain chain, Operation operation, List<Object> arguments, int next)
            implements AsyncCall {
        @Override
        public CompletableFuture<?> proceed() {
            return chain.proceed(operation, arguments, next);
        }
    }
}
