package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs around every call of a blocking client, for example to measure, log or retry.
 *
 * <pre>{@code
 * DevPayr logged = devpayr.with(call -> {
 *     log.debug("{}", call.operation().id());
 *     return call.proceed();
 * });
 * }</pre>
 *
 * <p>Must be safe for use by multiple threads.
 */
@FunctionalInterface
public interface CallInterceptor {
    /**
     * Performs a call, usually by {@link Call#proceed()}.
     *
     * @return the result of the service's method, of its type; null where the method returns nothing
     * @throws com.devpayr.error.DevPayrException passed to the caller
     */
    @Nullable
    Object intercept(Call call);

    /** A call on its way through the interceptors. */
    interface Call {
        /** Returns the operation. */
        Operation operation();

        /** Returns the arguments of the service's method, in order. Contains no credentials; secrets mask themselves. */
        List<Object> arguments();

        /** Returns the options of the call; empty unless the client was created by {@code withOptions}. */
        CallOptions options();

        /**
         * Passes the call to the next interceptor, or to the transport. May be called more than once, to retry.
         *
         * @return the result of the service's method; null where the method returns nothing
         * @throws com.devpayr.error.DevPayrException if the call fails
         */
        @Nullable
        Object proceed();
    }
}
