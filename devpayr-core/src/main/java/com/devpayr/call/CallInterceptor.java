package com.devpayr.call;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every call of a blocking facade: retries, measures, logs.
 *
 * <pre>{@code
 * DevPayr logged = devpayr.with(call -> {
 *     log.debug("{}", call.operation().id());
 *     return call.proceed();
 * });
 * }</pre>
 */
@FunctionalInterface
public interface CallInterceptor {
    /** Returns what the port is to return; of the port's own type. */
    @Nullable
    Object intercept(Call call);
}
