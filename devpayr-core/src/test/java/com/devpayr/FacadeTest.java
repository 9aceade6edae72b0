package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.AsyncCall;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.error.ApiException;
import com.devpayr.error.ApiFailure;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for both facades, whatever the transport, and across the bridges between them. */
class FacadeTest {
    /** Each way to get at a platform, reduced to what can be tried on all of them: a call that throws or returns. */
    interface Facade {
        Object call(Operation operation);

        Object invoke(Method method, Object... arguments);

        void close();
    }

    private record Blocking(DevPayr devpayr) implements Facade {
        @Override
        public Object call(Operation operation) {
            return SampleCalls.call(devpayr, operation);
        }

        @Override
        public Object invoke(Method method, Object... arguments) {
            return SampleCalls.invoke(devpayr.port(method.getDeclaringClass()), method, arguments);
        }

        @Override
        public void close() {
            devpayr.close();
        }
    }

    private record Asynchronous(AsyncDevPayr devpayr) implements Facade {
        @Override
        public Object call(Operation operation) {
            return join(SampleCalls.call(devpayr, operation));
        }

        @Override
        public Object invoke(Method method, Object... arguments) {
            Class<?> twin = Ports.asyncTwin(method.getDeclaringClass());
            try {
                Method async = twin.getMethod(method.getName(), method.getParameterTypes());
                return join(SampleCalls.invoke(devpayr.port(twin), async, arguments));
            } catch (NoSuchMethodException missing) {
                throw new AssertionError(missing);
            }
        }

        @Override
        public void close() {
            devpayr.close();
        }

        private static Object join(Object future) {
            try {
                return ((CompletableFuture<?>) future).join();
            } catch (CompletionException failed) {
                assertThat(failed.getCause()).isInstanceOf(RuntimeException.class);
                throw (RuntimeException) failed.getCause();
            }
        }
    }

    private static DevPayr blocking(FakePorts.Platform platform, AutoCloseable resource) {
        return DevPayr.of(new FakePorts(platform), resource);
    }

    private static AsyncDevPayr async(FakePorts.Platform platform, AutoCloseable resource) {
        return AsyncDevPayr.of(
                new FakePorts((operation, arguments) -> {
                    try {
                        return CompletableFuture.completedFuture(platform.answer(operation, arguments));
                    } catch (RuntimeException failure) {
                        return CompletableFuture.failedFuture(failure);
                    }
                }),
                resource);
    }

    private enum Way {
        BLOCKING {
            @Override
            Facade to(FakePorts.Platform platform, AutoCloseable resource) {
                return new Blocking(blocking(platform, resource));
            }
        },
        ASYNC {
            @Override
            Facade to(FakePorts.Platform platform, AutoCloseable resource) {
                return new Asynchronous(async(platform, resource));
            }
        },
        ASYNC_OVER_BLOCKING {
            @Override
            Facade to(FakePorts.Platform platform, AutoCloseable resource) {
                return new Asynchronous(AsyncDevPayr.over(blocking(platform, resource), Runnable::run));
            }
        },
        BLOCKING_OVER_ASYNC {
            @Override
            Facade to(FakePorts.Platform platform, AutoCloseable resource) {
                return new Blocking(DevPayr.over(async(platform, resource)));
            }
        };

        abstract Facade to(FakePorts.Platform platform, AutoCloseable resource);
    }

    private static void nothing() {}

    private static FakePorts.Platform failing(RuntimeException failure) {
        return (operation, arguments) -> {
            throw failure;
        };
    }

    static Stream<Arguments> waysAndOperations() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Operation.values()).map(operation -> Arguments.of(way, operation)));
    }

    @Test
    void aBlockingFacadeAsksWhetherThisThreadMayWaitAlsoAroundInterceptors() {
        FakePorts ports = new FakePorts((operation, arguments) -> new CompletableFuture<>());
        AsyncDevPayr async = AsyncDevPayr.of(ports, () -> {}, operation -> {
                    throw new IllegalStateException("not here: " + operation.id());
                })
                .with(AsyncCall::proceed);

        assertThatIllegalStateException()
                .isThrownBy(() -> SampleCalls.call(DevPayr.over(async), Operation.LICENSE_GET))
                .withMessage("not here: license.get");
        assertThat(ports.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("waysAndOperations")
    void anAnswerThatWasLostIsAnUnknownOutcomeOnlyWhereRepeatingIsNotSafe(Way way, Operation operation) {
        boolean dangerous =
                operation.retrySafety() == RetrySafety.CREATE || operation.retrySafety() == RetrySafety.STATE_CHANGE;
        for (DevPayrException lost : lost(operation)) {
            Facade facade = way.to(failing(lost), FacadeTest::nothing);
            if (dangerous) {
                assertThatThrownBy(() -> facade.call(operation))
                        .isExactlyInstanceOf(OutcomeUnknownException.class)
                        .hasCause(lost)
                        .hasMessageContaining(operation.reconciliationHint().orElseThrow());
            } else {
                assertThatThrownBy(() -> facade.call(operation)).isSameAs(lost);
            }
        }
    }

    private static List<DevPayrException> lost(Operation operation) {
        return List.of(
                new TransportException(operation, TransportException.Kind.TIMEOUT, null),
                new TransportException(operation, TransportException.Kind.CONNECTION_LOST, null),
                new TransportException(operation, TransportException.Kind.INTERRUPTED, null),
                new ProtocolException(operation, "it is not JSON"),
                refusal(operation, 408, Duration.ZERO),
                refusal(operation, 500, Duration.ZERO),
                refusal(operation, 503, null),
                refusal(operation, 504, Duration.ZERO));
    }

    private static ApiException refusal(Operation operation, int status, @Nullable Duration retryAfter) {
        return ApiException.of(
                ApiFailure.builder(operation, status).retryAfter(retryAfter).build());
    }

    @ParameterizedTest
    @MethodSource("waysAndOperations")
    void aKnownOutcomeComesAsItIs(Way way, Operation operation) {
        List<RuntimeException> known = List.of(
                new TransportException(operation, TransportException.Kind.CONNECT, null),
                new TransportException(operation, TransportException.Kind.REJECTED_LOCALLY, null),
                refusal(operation, 403, null),
                refusal(operation, 429, null),
                refusal(operation, 503, Duration.ZERO),
                new InvalidRequestException("x", "y"),
                new IllegalArgumentException("not ours"));
        for (RuntimeException failure : known) {
            Facade facade = way.to(failing(failure), FacadeTest::nothing);
            assertThatThrownBy(() -> facade.call(operation)).isSameAs(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("waysAndOperations")
    void anIdThatIsNotPositiveIsRefusedByNameAndNothingIsSent(Way way, Operation operation) {
        Facade facade = way.to(failing(new IllegalStateException("it was sent")), FacadeTest::nothing);
        Method method = methodOf(operation);
        for (int i = 0; i < operation.pathParameters().size(); i++) {
            for (long id : new long[] {0, -1, Long.MIN_VALUE}) {
                Object[] arguments = SampleCalls.argumentsOf(method);
                arguments[i] = id;
                String name = operation.pathParameters().get(i);
                assertThatThrownBy(() -> facade.invoke(method, arguments))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessage(name + " is " + id + "; ids are positive");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysAndOperations")
    void aNullArgumentIsRefusedAndNothingIsSent(Way way, Operation operation) {
        Facade facade = way.to(failing(new IllegalStateException("it was sent")), FacadeTest::nothing);
        Method method = methodOf(operation);
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (!method.getParameterTypes()[i].isPrimitive()) {
                Object[] arguments = Arrays.copyOf(SampleCalls.argumentsOf(method), method.getParameterCount());
                remove(arguments, i);
                assertThatThrownBy(() -> facade.invoke(method, arguments))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageStartingWith("an argument of " + operation.id() + " is null");
            }
        }
    }

    @SuppressWarnings("NullAway") // what callers without null checks can do
    private static void remove(Object[] arguments, int i) {
        arguments[i] = null;
    }

    private static Method methodOf(Operation operation) {
        return Ports.TWINS.keySet().stream()
                .flatMap(SampleCalls::operationsOf)
                .filter(method -> Operation.of(method) == operation)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedClientRefusesEveryCallAndClosesItsResourceOnce(Way way) {
        AtomicInteger closes = new AtomicInteger();
        Facade facade = way.to((operation, arguments) -> new Object(), closes::incrementAndGet);

        facade.close();
        facade.close();

        assertThat(closes).hasValue(1);
        for (Operation operation : Operation.values()) {
            assertThatThrownBy(() -> facade.call(operation))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this DevPayr client is closed; make a new one");
        }
    }

    @Test
    void aDecoratedClientSharesItsLifecycle() {
        AtomicInteger closes = new AtomicInteger();
        DevPayr devpayr = blocking((operation, arguments) -> new Object(), closes::incrementAndGet);
        DevPayr decorated = devpayr.with(call -> call.proceed());
        AsyncDevPayr async = async((operation, arguments) -> new Object(), closes::incrementAndGet);

        decorated.close();
        devpayr.close();
        async.with(call -> call.proceed()).close();

        assertThat(closes).hasValue(2);
        assertThatThrownBy(() -> devpayr.projects().get(7)).isInstanceOf(IllegalStateException.class);
        assertThat(async.projects().get(7)).isCompletedExceptionally();
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorStandsAroundEveryOperation(Operation operation) {
        List<Operation> seen = new ArrayList<>();
        FakePorts.Platform refusing = failing(new IllegalArgumentException("enough"));
        DevPayr blocking = blocking(refusing, FacadeTest::nothing).with(call -> {
            seen.add(call.operation());
            return call.proceed();
        });
        AsyncDevPayr async = async(refusing, FacadeTest::nothing).with(call -> {
            seen.add(call.operation());
            return call.proceed();
        });

        assertThatThrownBy(() -> SampleCalls.call(blocking, operation)).hasMessage("enough");
        assertThat((CompletableFuture<?>) SampleCalls.call(async, operation)).isCompletedExceptionally();
        assertThat(seen).containsExactly(operation, operation);
    }

    @Test
    void theLastInterceptorIsTheOutermost() {
        List<String> log = new ArrayList<>();
        FakePorts.Platform platform = (operation, arguments) -> {
            log.add("platform");
            throw new IllegalArgumentException("enough");
        };
        DevPayr blocking = blocking(platform, FacadeTest::nothing);
        DevPayr decorated = blocking.with(call -> {
                    log.add("first");
                    return call.proceed();
                })
                .with(call -> {
                    log.add("second");
                    return call.proceed();
                });
        AsyncDevPayr async = async(platform, FacadeTest::nothing)
                .with(call -> {
                    log.add("first");
                    return call.proceed();
                })
                .with(call -> {
                    log.add("second");
                    return call.proceed();
                });

        assertThatThrownBy(() -> decorated.projects().get(7)).hasMessage("enough");
        assertThat(async.projects().get(7)).isCompletedExceptionally();
        assertThatThrownBy(() -> blocking.projects().get(7)).hasMessage("enough");

        assertThat(log).containsExactly("second", "first", "platform", "second", "first", "platform", "platform");
    }

    @Test
    void anInterceptorSeesAnUnknownOutcomeAsSuch() {
        List<Class<?>> seen = new ArrayList<>();
        DevPayr devpayr = blocking(
                        failing(new TransportException(
                                Operation.LICENSE_REVOKE, TransportException.Kind.CONNECTION_LOST, null)),
                        FacadeTest::nothing)
                .with(call -> {
                    try {
                        return call.proceed();
                    } catch (DevPayrException failure) {
                        seen.add(failure.getClass());
                        throw failure;
                    }
                });

        assertThatThrownBy(() -> devpayr.licenses().revoke(7, 8)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(seen).containsExactly(OutcomeUnknownException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelReachesTheTransport(Operation operation) {
        CompletableFuture<Object> source = new CompletableFuture<>();
        AsyncDevPayr devpayr = AsyncDevPayr.of(new FakePorts((asked, arguments) -> source), FacadeTest::nothing)
                .with(call -> call.proceed());

        ((CompletableFuture<?>) SampleCalls.call(devpayr, operation)).cancel(true);

        assertThat(source).isCancelled();
    }

    @Test
    void aFacadeHasAllItsPortsAndNoOther() {
        DevPayr blocking = blocking((operation, arguments) -> new Object(), FacadeTest::nothing);
        AsyncDevPayr async = async((operation, arguments) -> new Object(), FacadeTest::nothing);

        assertThat(blocking.projects()).isSameAs(blocking.port(ProjectService.class));
        assertThat(blocking.domains()).isSameAs(blocking.port(DomainService.class));
        assertThat(blocking.licenses()).isSameAs(blocking.port(LicenseService.class));
        assertThat(blocking.injectables()).isSameAs(blocking.port(InjectableService.class));
        assertThat(blocking.payments()).isSameAs(blocking.port(PaymentService.class));
        assertThat(blocking.runtime()).isSameAs(blocking.port(RuntimeService.class));
        assertThat(async.projects()).isSameAs(async.port(AsyncProjectService.class));
        assertThat(async.domains()).isSameAs(async.port(AsyncDomainService.class));
        assertThat(async.licenses()).isSameAs(async.port(AsyncLicenseService.class));
        assertThat(async.injectables()).isSameAs(async.port(AsyncInjectableService.class));
        assertThat(async.payments()).isSameAs(async.port(AsyncPaymentService.class));
        assertThat(async.runtime()).isSameAs(async.port(AsyncRuntimeService.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocking.port(AsyncProjectService.class))
                .withMessageContaining("is not a port of this facade");
        assertThatIllegalArgumentException().isThrownBy(() -> async.port(String.class));
    }
}
