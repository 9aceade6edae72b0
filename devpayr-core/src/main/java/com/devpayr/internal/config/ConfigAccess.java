package com.devpayr.internal.config;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Access to functions of a configuration that are not part of its API. The configuration class publishes them when it is
 * initialized, so they are available for every instance.
 */
public final class ConfigAccess {
    private static volatile @Nullable BiPredicate<Object, Operation> canResolveWithoutBlocking;

    private ConfigAccess() {}

    /** Publishes the functions of a configuration class. */
    public static <C> void publish(Class<C> type, BiPredicate<C, Operation> canResolve) {
        canResolveWithoutBlocking = (config, operation) -> canResolve.test(type.cast(config), operation);
    }

    /**
     * Returns whether credential and domain of an operation can be read without I/O.
     *
     * @param config a {@code DevPayrConfig}
     */
    public static boolean canResolveWithoutBlocking(Object config, Operation operation) {
        return requireNonNull(canResolveWithoutBlocking).test(config, operation);
    }
}
