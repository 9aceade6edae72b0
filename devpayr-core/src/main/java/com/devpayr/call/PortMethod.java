package com.devpayr.call;

import com.devpayr.error.DevPayrException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls a port's method reflectively, and throws what it throws. */
final class PortMethod {
    private PortMethod() {}

    static @Nullable Object call(Object port, Method method, Object[] arguments) {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            throw unchecked(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(method + " of a port is not accessible", hidden);
        }
    }

    /** The failure itself when it is unchecked, as all of a port's are; an error is thrown at once. */
    static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof DevPayrException ours) {
            return ours;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException other
                ? other
                : new IllegalStateException("a port threw a checked exception", failure);
    }
}
