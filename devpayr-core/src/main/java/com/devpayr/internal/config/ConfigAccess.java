package com.devpayr.internal.config;

import static java.util.Objects.requireNonNull;

import com.devpayr.operation.Operation;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a configuration what its API does not offer. The configuration publishes the answer when its class is initialized,
 * which is the case as soon as there is an instance.
 */
public final class ConfigAccess {
    private static volatile @Nullable BiPredicate<Object, Operation> canResolveWithoutBlocking;

    private ConfigAccess() {}

    /** Publishes what is asked of configurations. */
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
