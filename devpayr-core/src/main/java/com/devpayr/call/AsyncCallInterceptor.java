package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Code that runs around every call of an asynchronous client; see {@link CallInterceptor}. Must not block, and must be safe
 * for use by multiple threads.
 *
 * <pre>{@code
 * AsyncDevPayr counted = devpayr.with(call -> {
 *     calls.increment();
 *     return call.proceed();
 * });
 * }</pre>
 */
@FunctionalInterface
public interface AsyncCallInterceptor {
    /**
     * Starts a call, usually by {@link AsyncCall#proceed()}. An exception that is thrown becomes the failure of the future.
     *
     * @return the future of the service's method, of its type
     */
    CompletableFuture<?> intercept(AsyncCall call);

    /** An asynchronous call on its way through the interceptors. */
    interface AsyncCall {
        /** Returns the operation. */
        Operation operation();

        /** Returns the arguments of the service's method, in order. Contains no credentials; secrets mask themselves. */
        List<Object> arguments();

        /** Returns the options of the call; empty unless the client was created by {@code withOptions}. */
        CallOptions options();

        /**
         * Passes the call to the next interceptor, or to the transport. May be called more than once, to retry. Never throws;
         * a failure is reported by the future.
         */
        CompletableFuture<?> proceed();
    }
}
