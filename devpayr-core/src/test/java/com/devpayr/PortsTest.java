package com.devpayr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.operation.Operation;
import com.devpayr.page.PagedIterable;
import com.devpayr.page.PagedPublisher;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortsTest {
    static Collection<Class<?>> blockingPorts() {
        return Ports.TWINS.keySet();
    }

    static Stream<Class<?>> allPorts() {
        return Stream.concat(Ports.TWINS.keySet().stream(), Ports.TWINS.values().stream());
    }

    @ParameterizedTest
    @MethodSource("allPorts")
    void everyMethodPerformsAnOperationOrIsBuiltFromThem(Class<?> port) {
        for (Method method : port.getMethods()) {
            assertThat(Operation.of(method) == null).as(method.toString()).isEqualTo(method.isDefault());
        }
    }

    @Test
    void everyOperationIsOfferedOnceInEachStyle() {
        assertThat(operationsOf(Ports.TWINS.keySet())).containsExactlyInAnyOrder(Operation.values());
        assertThat(operationsOf(Ports.TWINS.values())).containsExactlyInAnyOrder(Operation.values());
    }

    private static Stream<Operation> operationsOf(Collection<Class<?>> ports) {
        return ports.stream().flatMap(SampleCalls::operationsOf).map(Operation::of);
    }

    @ParameterizedTest
    @MethodSource("allPorts")
    void aMethodTakesAnIdForEachOfItsRoute(Class<?> port) {
        SampleCalls.operationsOf(port).forEach(method -> {
            Operation operation = requireNonNull(Operation.of(method));
            assertThat(Arrays.stream(method.getParameterTypes()).filter(type -> type == long.class))
                    .as(method.toString())
                    .hasSameSizeAs(operation.pathParameters());
        });
    }

    @ParameterizedTest
    @MethodSource("blockingPorts")
    void theStylesMirrorEachOther(Class<?> blocking) throws NoSuchMethodException {
        Class<?> async = Ports.asyncTwin(blocking);

        assertThat(async.getMethods()).hasSameSizeAs(blocking.getMethods());
        for (Method method : blocking.getMethods()) {
            Method twin = async.getMethod(method.getName(), method.getParameterTypes());
            assertThat(Operation.of(twin)).isEqualTo(Operation.of(method));
            assertThat(answer(twin)).as(twin.toString()).isEqualTo(answer(method));
        }
    }

    /** What a method gives in the end, in either style. */
    private static Type answer(Method method) {
        if (method.getGenericReturnType() instanceof ParameterizedType type
                && (type.getRawType() == CompletableFuture.class
                        || type.getRawType() == PagedIterable.class
                        || type.getRawType() == PagedPublisher.class)) {
            return type.getActualTypeArguments()[0];
        }
        return method.getGenericReturnType() instanceof Class<?> plain
                ? MethodType.methodType(plain).wrap().returnType()
                : method.getGenericReturnType();
    }

    @Test
    void twinsAreFoundBothWays() {
        assertThat(Ports.asyncTwin(ProjectService.class)).isEqualTo(AsyncProjectService.class);
        assertThat(Ports.blockingTwin(AsyncProjectService.class)).isEqualTo(ProjectService.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.asyncTwin(String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.blockingTwin(ProjectService.class));
    }
}
