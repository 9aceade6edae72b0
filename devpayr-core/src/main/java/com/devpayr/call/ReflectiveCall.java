package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call of either style knows: whose method it is and what it was given. */
abstract class ReflectiveCall {
    private final Operation operation;
    private final Method method;
    private final LatePort target;
    private final Object[] given;

    ReflectiveCall(Operation operation, Method method, LatePort target, Object[] given) {
        this.operation = operation;
        this.method = method;
        this.target = target;
        this.given = given;
    }

    public final Operation operation() {
        return operation;
    }

    public final List<Object> arguments() {
        return PortHandler.listOf(given);
    }

    final @Nullable Object call() {
        return PortMethod.call(target.get(), method, given);
    }
}
