package com.devpayr.internal.call;

import com.devpayr.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Performs the operations of ports. */
@FunctionalInterface
public interface OperationHandler {
    /**
     * Performs an operation.
     *
     * @param arguments the arguments of the port's method, in order
     * @return the result of the port's method
     */
    @Nullable
    Object handle(Operation operation, List<Object> arguments);
}
