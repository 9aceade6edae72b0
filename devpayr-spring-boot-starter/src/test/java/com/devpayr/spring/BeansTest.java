package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.error.NotFoundException;
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
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import com.devpayr.testkit.InMemoryDevPayr;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeansTest {
    static List<Class<?>> services() {
        return List.of(
                ProjectService.class,
                DomainService.class,
                LicenseService.class,
                InjectableService.class,
                PaymentService.class,
                RuntimeService.class,
                AsyncProjectService.class,
                AsyncDomainService.class,
                AsyncLicenseService.class,
                AsyncInjectableService.class,
                AsyncPaymentService.class,
                AsyncRuntimeService.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {DevPayr.class, AsyncDevPayr.class, DevPayrConfig.class, DevPayrConnectionDetails.class})
    @MethodSource("services")
    void providesOneBeanOf(Class<?> type) {
        Contexts.backend().run(context -> assertThat(context).hasSingleBean(type));
    }

    @ParameterizedTest
    @MethodSource("services")
    <P> void backsOffToTheApplicationsService(Class<P> type) {
        P own = unusable(type);

        Contexts.backend()
                .withBean("own", type, () -> own)
                .run(context -> assertThat(context).getBean(type).isSameAs(own));
    }

    @Test
    void backsOffToTheApplicationsConfiguration() {
        DevPayrConfig own = DevPayrConfig.builder().apiKey("own").build();

        Contexts.backend()
                .withBean(DevPayrConfig.class, () -> own)
                .run(context -> assertThat(context).getBean(DevPayrConfig.class).isSameAs(own));
    }

    @Test
    void adaptsTheApplicationsBlockingClient() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        DevPayr own = fake.connect(DevPayrConfig.builder()
                .apiKey(fake::createGlobalKey)
                .domain("localhost")
                .build());

        Contexts.bare().withBean(DevPayr.class, () -> own).run(context -> {
            assertThat(context).hasNotFailed().getBean(DevPayr.class).isSameAs(own);
            assertThat(context.getBean(AsyncDevPayr.class).licenses().get(1, 1))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(NotFoundException.class);
            assertThat(fake.requests()).singleElement().satisfies(request -> assertThat(request.operation())
                    .isEqualTo(Operation.LICENSE_GET));
        });
    }

    @Test
    void adaptsTheApplicationsAsynchronousClient() {
        AsyncDevPayr own =
                AsyncDevPayr.create(DevPayrConfig.builder().apiKey("a-key").build(), failing());

        Contexts.bare().withBean(AsyncDevPayr.class, () -> own).run(context -> {
            assertThat(context).hasNotFailed().getBean(AsyncDevPayr.class).isSameAs(own);
            assertThatIllegalStateException()
                    .isThrownBy(() -> context.getBean(DevPayr.class).licenses().get(1, 1))
                    .withMessage("own");
        });
    }

    @Test
    void closingTheApplicationClosesTheClients() {
        DevPayr[] seen = new DevPayr[1];

        Contexts.backend().run(context -> seen[0] = context.getBean(DevPayr.class));

        assertThatIllegalStateException()
                .isThrownBy(() -> seen[0].licenses().get(1, 1))
                .withMessageContaining("closed");
    }

    private static <P> P unusable(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    case "toString" -> "own " + type.getSimpleName();
                    default -> throw new IllegalStateException("own");
                }));
    }

    private static AsyncCallTransport failing() {
        return new AsyncCallTransport() {
            @Override
            public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
                return CompletableFuture.failedFuture(new IllegalStateException("own"));
            }

            @Override
            public void close() {}
        };
    }
}
