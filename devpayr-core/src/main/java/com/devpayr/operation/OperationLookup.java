package com.devpayr.operation;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds and caches the {@link ApiOperation} annotation of a method or of the methods that it overrides. */
final class OperationLookup {
    private static final Map<Method, Optional<Operation>> KNOWN = new ConcurrentHashMap<>();

    private OperationLookup() {}

    static @Nullable Operation of(Method method) {
        Optional<Operation> known = KNOWN.get(method); // takes no lock, as computeIfAbsent may
        return (known == null ? resolve(method) : known).orElse(null);
    }

    private static Optional<Operation> resolve(Method method) {
        return KNOWN.computeIfAbsent(method, unseen -> Optional.ofNullable(search(unseen.getDeclaringClass(), unseen)));
    }

    private static @Nullable Operation search(Class<?> type, Method method) {
        Operation declared = declaredOn(type, method);
        if (declared != null) {
            return declared;
        }
        for (Class<?> parent : type.getInterfaces()) {
            Operation inherited = search(parent, method);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private static @Nullable Operation declaredOn(Class<?> type, Method method) {
        try {
            ApiOperation annotation = type.getDeclaredMethod(method.getName(), method.getParameterTypes())
                    .getAnnotation(ApiOperation.class);
            return annotation == null ? null : annotation.value();
        } catch (NoSuchMethodException notDeclared) {
            return null;
        }
    }
}
