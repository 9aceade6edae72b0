package com.devpayr;

import com.devpayr.call.PortFactory;
import com.devpayr.operation.Operation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Ports in either style whose operations a function answers, and which remember what was asked. */
public final class FakePorts implements PortFactory {
    /** What the platform behind the ports does. */
    @FunctionalInterface
    public interface Platform {
        /** Gives or throws what the port is to give or throw. */
        Object answer(Operation operation, List<Object> arguments);
    }

    private final Platform platform;
    private final List<Operation> asked = Collections.synchronizedList(new ArrayList<>());

    /** Ports of a platform. */
    public FakePorts(Platform platform) {
        this.platform = platform;
    }

    /** What was asked so far, in order. */
    public List<Operation> asked() {
        return List.copyOf(asked);
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Operation operation = Operation.of(method);
                    if (operation == null) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    asked.add(operation);
                    return platform.answer(
                            operation,
                            arguments == null ? List.of() : Collections.unmodifiableList(Arrays.asList(arguments)));
                }));
    }
}
