package com.devpayr.internal.call;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.SampleCalls;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PagedIterable;
import com.devpayr.page.PagedPublisher;
import com.devpayr.payment.PaymentStatus;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PortTypesTest {
    static Stream<Class<?>> allPorts() {
        return Stream.concat(PortTypes.BLOCKING.stream(), PortTypes.ASYNC.stream());
    }

    static Stream<Arguments> pairs() {
        return IntStream.range(0, PortTypes.BLOCKING.size())
                .mapToObj(i -> Arguments.of(PortTypes.BLOCKING.get(i), PortTypes.ASYNC.get(i)));
    }

    @ParameterizedTest
    @MethodSource("allPorts")
    void everyMethodPerformsAnOperationOrIsADefaultMethod(Class<?> port) {
        for (Method method : port.getMethods()) {
            assertThat(Operation.of(method) == null).as(method.toString()).isEqualTo(method.isDefault());
        }
    }

    @Test
    void eachStyleHasEveryOperationOnce() {
        assertThat(operationsOf(PortTypes.BLOCKING)).containsExactlyInAnyOrder(Operation.values());
        assertThat(operationsOf(PortTypes.ASYNC)).containsExactlyInAnyOrder(Operation.values());
    }

    private static Stream<Operation> operationsOf(Collection<Class<?>> ports) {
        return ports.stream().flatMap(SampleCalls::operationsOf).map(Operation::of);
    }

    @ParameterizedTest
    @MethodSource("allPorts")
    void aMethodTakesOneIdForEachPathParameter(Class<?> port) {
        SampleCalls.operationsOf(port).forEach(method -> {
            Operation operation = requireNonNull(Operation.of(method));
            assertThat(Arrays.stream(method.getParameterTypes()).filter(type -> type == long.class))
                    .as(method.toString())
                    .hasSameSizeAs(operation.pathParameters());
        });
    }

    @Test
    void bothStylesHaveTheSamePortsInTheSameOrder() {
        assertThat(PortTypes.ASYNC.stream().map(Class::getSimpleName))
                .containsExactlyElementsOf(PortTypes.BLOCKING.stream()
                        .map(type -> "Async" + type.getSimpleName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theStylesMirrorEachOther(Class<?> blocking, Class<?> async) throws NoSuchMethodException {
        assertThat(async.getMethods()).hasSameSizeAs(blocking.getMethods());
        for (Method method : blocking.getMethods()) {
            Method mirrored = async.getMethod(method.getName(), method.getParameterTypes());
            assertThat(Operation.of(mirrored)).isEqualTo(Operation.of(method));
            assertThat(resultOf(mirrored)).as(mirrored.toString()).isEqualTo(resultOf(method));
        }
    }

    /** Returns the type of a method's result without the wrapper of its style. */
    private static Type resultOf(Method method) {
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

    @ParameterizedTest
    @EnumSource
    void returnsTheResultTypeOfEveryOperation(Operation operation) {
        assertThat(PortTypes.resultOf(operation))
                .isEqualTo(SampleCalls.methodOf(PortTypes.BLOCKING, operation).getGenericReturnType());
    }

    @Test
    void resultTypesAreResourcesPagesOrVoid() {
        assertThat(PortTypes.resultOf(Operation.LICENSE_GET)).isEqualTo(License.class);
        assertThat(PortTypes.resultOf(Operation.PAYMENT_CHECK)).isEqualTo(PaymentStatus.class);
        assertThat(PortTypes.resultOf(Operation.LICENSE_REVOKE)).isEqualTo(void.class);
        assertThat(PortTypes.resultOf(Operation.LICENSE_LIST)).isInstanceOfSatisfying(ParameterizedType.class, page -> {
            assertThat(page.getRawType()).isEqualTo(Page.class);
            assertThat(page.getActualTypeArguments()).containsExactly(License.class);
        });
    }
}
