package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all proxies of ports share: a port's operation goes to {@link #perform}, a default method runs on the proxy
 * itself, so that the operations it calls pass the proxy too.
 */
abstract class PortHandler implements InvocationHandler {
    private static final Object[] NONE = {};

    private final Class<?> port;

    PortHandler(Class<?> port) {
        this.port = port;
    }

    abstract @Nullable Object perform(Operation operation, Method method, Object[] arguments);

    final <P> P proxy(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, arguments);
        }
        Operation operation = Operation.of(method);
        return operation == null
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : perform(operation, method, arguments);
    }

    private Object identity(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> port.getSimpleName() + "@" + Integer.toHexString(System.identityHashCode(proxy));
        };
    }

    static List<Object> listOf(Object[] arguments) {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }
}
