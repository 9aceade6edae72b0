package com.devpayr;

import static java.util.Objects.requireNonNull;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Credential;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of any operation with valid arguments, for tests of all operations. */
public final class SampleCalls {
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
            Map.entry(InjectableUpdate.class, InjectableUpdate.builder().build()),
            Map.entry(RawCall.class, new RawCall("GET", "projects", Credential.API_KEY, null)));

    private SampleCalls() {}

    /** Returns the methods of a port that perform an operation. */
    public static Stream<Method> operationsOf(Class<?> port) {
        return Arrays.stream(port.getMethods()).filter(method -> Operation.of(method) != null);
    }

    /** Returns the method of one of the ports that performs an operation. */
    public static Method methodOf(Collection<Class<?>> ports, Operation operation) {
        return ports.stream()
                .flatMap(SampleCalls::operationsOf)
                .filter(method -> Operation.of(method) == operation)
                .findFirst()
                .orElseThrow();
    }

    /** Returns valid arguments for an operation. */
    public static Object[] argumentsOf(Operation operation) {
        return argumentsOf(methodOf(PortTypes.BLOCKING, operation));
    }

    private static Object[] argumentsOf(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
    }

    static @Nullable Object call(DevPayr client, Operation operation) {
        return invoke(client, operation, argumentsOf(operation));
    }

    static CompletableFuture<?> call(AsyncDevPayr client, Operation operation) {
        return invoke(client, operation, argumentsOf(operation));
    }

    static @Nullable Object invoke(DevPayr client, Operation operation, Object... arguments) {
        return invoke(type -> client.port(type), PortTypes.BLOCKING, operation, arguments);
    }

    static CompletableFuture<?> invoke(AsyncDevPayr client, Operation operation, Object... arguments) {
        return (CompletableFuture<?>)
                requireNonNull(invoke(type -> client.port(type), PortTypes.ASYNC, operation, arguments));
    }

    private static @Nullable Object invoke(
            Function<Class<?>, Object> client, List<Class<?>> ports, Operation operation, Object... arguments) {
        Method method = methodOf(ports, operation);
        try {
            return method.invoke(client.apply(method.getDeclaringClass()), arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new AssertionError("a port threw a checked exception", thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
