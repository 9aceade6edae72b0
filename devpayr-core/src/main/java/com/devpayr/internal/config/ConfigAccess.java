package com.devpayr.internal.config;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Access to functions of a configuration that are not part of its API. The configuration class publishes them when it is
 * initialized, so they are available for every instance.
 */
public final class ConfigAccess {
    private static volatile @Nullable BiPredicate<Object, Operation> canResolveWithoutBlocking;
    private static volatile @Nullable Predicate<Object> hasExplicitProxy;

    private ConfigAccess() {}

    /** Publishes the functions of a configuration class. */
    public static <C> void publish(Class<C> type, BiPredicate<C, Operation> canResolve, Predicate<C> hasExplicitProxy) {
        canResolveWithoutBlocking = (config, operation) -> canResolve.test(type.cast(config), operation);
        ConfigAccess.hasExplicitProxy = config -> hasExplicitProxy.test(type.cast(config));
    }

    /**
     * Returns whether credential and domain of an operation can be read without I/O.
     *
     * @param config a {@code DevPayrConfig}
     */
    public static boolean canResolveWithoutBlocking(Object config, Operation operation) {
        return requireNonNull(canResolveWithoutBlocking).test(config, operation);
    }

    /**
     * Returns whether the proxy of a configuration was set on its builder and not found in the environment. False if there is
     * none, or if it does not apply to the base URL.
     *
     * @param config a {@code DevPayrConfig}
     */
    public static boolean hasExplicitProxy(Object config) {
        return requireNonNull(hasExplicitProxy).test(config);
    }
}
