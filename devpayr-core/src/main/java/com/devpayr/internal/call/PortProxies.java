package com.devpayr.internal.call;

import com.devpayr.operation.Operation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The ports of a client: one proxy for each, whose operations go to one handler. Default methods run on the proxy itself. */
public final class PortProxies {
    private final Collection<Class<?>> types;
    private final OperationHandler handler;
    private final Map<Class<?>, Object> proxies = new ConcurrentHashMap<>();

    /**
     * Creates the ports.
     *
     * @param types the types of the ports
     * @param handler performs their operations
     */
    public PortProxies(Collection<Class<?>> types, OperationHandler handler) {
        this.types = types;
        this.handler = handler;
    }

    /**
     * Returns a port by its type.
     *
     * @throws IllegalArgumentException if the client has no such port
     */
    public <P> P port(Class<P> type) {
        Object known = proxies.get(type); // takes no lock, as computeIfAbsent may
        return type.cast(known == null ? proxies.computeIfAbsent(type, this::create) : known);
    }

    private Object create(Class<?> type) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " is not a port of this client");
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new PortProxy(type, handler));
    }

    private record PortProxy(Class<?> type, OperationHandler handler) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return identity(proxy, method, arguments);
            }
            Operation operation = Operation.of(method);
            return operation == null
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : handler.handle(operation, listOf(arguments));
        }

        private static List<Object> listOf(Object @Nullable [] arguments) {
            return arguments == null ? List.of() : Collections.unmodifiableList(Arrays.asList(arguments));
        }

        private Object identity(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName() + "@" + Integer.toHexString(System.identityHashCode(proxy));
            };
        }
    }
}
