package com.devpayr;

import com.devpayr.call.PortFactory;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** Calls any operation of any facade with arguments that are fine, so that a rule can be tried on all of them. */
final class SampleCalls {
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(long.class, 7L),
            Map.entry(PageRequest.class, PageRequest.first()),
            Map.entry(PaymentQuery.class, PaymentQuery.ofProject()),
            Map.entry(ProjectDraft.class, ProjectDraft.builder("Shop").build()),
            Map.entry(ProjectUpdate.class, ProjectUpdate.builder().hasPaid(true).build()),
            Map.entry(
                    DomainDraft.class,
                    DomainDraft.builder("shop.example.com", DomainEnvironment.PRODUCTION)
                            .build()),
            Map.entry(DomainUpdate.class, DomainUpdate.builder().build()),
            Map.entry(LicenseDraft.class, LicenseDraft.builder("Pro").build()),
            Map.entry(LicenseUpdate.class, LicenseUpdate.builder().build()),
            Map.entry(
                    InjectableDraft.class,
                    InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, Secret.of("a-good-secret"))
                            .targetPath("banner")
                            .content("<b>Pro</b>")
                            .build()),
            Map.entry(InjectableUpdate.class, InjectableUpdate.builder().build()));

    private SampleCalls() {}

    static Stream<Method> operationsOf(Class<?> port) {
        return Arrays.stream(port.getMethods()).filter(method -> Operation.of(method) != null);
    }

    static Object[] argumentsOf(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
    }

    static Object call(DevPayr facade, Operation operation) {
        return call(facade, Ports.TWINS.keySet(), operation);
    }

    static Object call(AsyncDevPayr facade, Operation operation) {
        return call(facade, Ports.TWINS.values(), operation);
    }

    private static Object call(PortFactory facade, Collection<Class<?>> ports, Operation operation) {
        Method method = ports.stream()
                .flatMap(SampleCalls::operationsOf)
                .filter(found -> Operation.of(found) == operation)
                .findFirst()
                .orElseThrow();
        return invoke(facade.port(method.getDeclaringClass()), method, argumentsOf(method));
    }

    static Object invoke(Object port, Method method, Object... arguments) {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError("a port threw something checked", thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
