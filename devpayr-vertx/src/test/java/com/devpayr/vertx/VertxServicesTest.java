package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.domain.AsyncDomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.status.AsyncStatusService;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the Vert.x services have the methods of the asynchronous ports. */
class VertxServicesTest {
    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(VertxProjectService.class, AsyncProjectService.class),
                Arguments.of(VertxDomainService.class, AsyncDomainService.class),
                Arguments.of(VertxLicenseService.class, AsyncLicenseService.class),
                Arguments.of(VertxInjectableService.class, AsyncInjectableService.class),
                Arguments.of(VertxPaymentService.class, AsyncPaymentService.class),
                Arguments.of(VertxRuntimeService.class, AsyncRuntimeService.class),
                Arguments.of(VertxStatusService.class, AsyncStatusService.class));
    }

    @ParameterizedTest
    @MethodSource("services")
    void serviceHasTheMethodsOfItsPortWithAVertxFuture(Class<?> service, Class<?> port) {
        assertThat(signatures(service)).containsExactlyInAnyOrderElementsOf(signatures(port));
    }

    private static Iterable<String> signatures(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .map(method -> Operation.of(method) + " " + method.getName()
                        + Arrays.toString(method.getGenericParameterTypes()) + " "
                        + method.getGenericReturnType()
                                .getTypeName()
                                .replace("java.util.concurrent.CompletableFuture", "Future")
                                .replace("io.vertx.core.Future", "Future")
                                .replace("com.devpayr.page.PagedPublisher", "AllPages")
                                .replace("com.devpayr.vertx.VertxPagedStream", "AllPages"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "RAW_.*")
    void everyOperationHasAService(Operation operation) {
        assertThat(services()
                        .map(pair -> (Class<?>) pair.get()[0])
                        .flatMap(type -> Arrays.<Method>stream(type.getMethods()))
                        .map(Operation::of))
                .containsOnlyOnce(operation);
    }
}
