package com.devpayr.internal.call;

import static java.util.Objects.requireNonNull;

import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.status.AsyncStatusService;
import com.devpayr.status.StatusService;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The types of all ports, and the method of each operation. */
public final class PortTypes {
    /** The blocking ports. */
    public static final List<Class<?>> BLOCKING = List.of(
            ProjectService.class,
            DomainService.class,
            LicenseService.class,
            InjectableService.class,
            PaymentService.class,
            RuntimeService.class,
            StatusService.class);

    /** The asynchronous ports, in the same order. */
    public static final List<Class<?>> ASYNC = List.of(
            AsyncProjectService.class,
            AsyncDomainService.class,
            AsyncLicenseService.class,
            AsyncInjectableService.class,
            AsyncPaymentService.class,
            AsyncRuntimeService.class,
            AsyncStatusService.class);

    private PortTypes() {}

    /**
     * Returns the type of an operation's result.
     *
     * @return the return type of the blocking port's method, {@code void} included
     */
    public static Type resultOf(Operation operation) {
        return methodOf(operation).getGenericReturnType();
    }

    /** Returns the type of the blocking port that has an operation. */
    public static Class<?> serviceOf(Operation operation) {
        return methodOf(operation).getDeclaringClass();
    }

    private static Method methodOf(Operation operation) {
        return requireNonNull(Methods.ALL.get(operation), () -> "no port has a method for " + operation.id());
    }

    /** Loaded with the first operation, not with the client: reading the methods loads all models. */
    private static final class Methods {
        static final Map<Operation, Method> ALL = methods();

        private static Map<Operation, Method> methods() {
            Map<Operation, Method> methods = new EnumMap<>(Operation.class);
            for (Class<?> type : BLOCKING) {
                for (Method method : type.getMethods()) {
                    Operation operation = Operation.of(method);
                    if (operation != null) {
                        methods.put(operation, method);
                    }
                }
            }
            return methods;
        }
    }
}
