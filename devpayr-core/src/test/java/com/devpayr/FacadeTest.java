package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.call.RawResult;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.error.ApiException;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for every client, in each style, for every operation, over any transport. */
class FacadeTest {
    private static final FakeTransport.Platform OBJECTS = (operation, arguments) -> new Object();

    static Stream<Arguments> stylesAndOperations() {
        return Stream.of(ClientStyle.values())
                .flatMap(style -> Stream.of(Operation.values()).map(operation -> Arguments.of(style, operation)));
    }

    @ParameterizedTest
    @MethodSource("stylesAndOperations")
    void lostResponseIsAnUnknownOutcomeOnlyIfARetryIsUnsafe(ClientStyle style, Operation operation) {
        boolean isUnsafe =
                operation.retrySafety() == RetrySafety.CREATE || operation.retrySafety() == RetrySafety.STATE_CHANGE;
        for (DevPayrException lost : lostResponses(operation)) {
            ClientStyle.Client client = style.create(FakeTransport.Platform.failing(lost));
            if (isUnsafe) {
                assertThatThrownBy(() -> client.call(operation))
                        .isExactlyInstanceOf(OutcomeUnknownException.class)
                        .hasCause(lost)
                        .hasMessageContaining(operation.reconciliationHint().orElseThrow());
            } else {
                assertThatThrownBy(() -> client.call(operation)).isSameAs(lost);
            }
        }
    }

    private static List<DevPayrException> lostResponses(Operation operation) {
        return List.of(
                new TransportException(operation, TransportException.Kind.TIMEOUT, null),
                new TransportException(operation, TransportException.Kind.CONNECTION_LOST, null),
                new TransportException(operation, TransportException.Kind.INTERRUPTED, null),
                new ProtocolException(operation, "it is not JSON"),
                rejection(operation, 408, Duration.ZERO),
                rejection(operation, 500, Duration.ZERO),
                rejection(operation, 503, null),
                rejection(operation, 504, Duration.ZERO));
    }

    private static ApiException rejection(Operation operation, int status, @Nullable Duration retryAfter) {
        return ApiException.builder(operation, status).retryAfter(retryAfter).build();
    }

    @ParameterizedTest
    @MethodSource("stylesAndOperations")
    void aKnownOutcomeIsReportedUnchanged(ClientStyle style, Operation operation) {
        List<RuntimeException> known = List.of(
                new TransportException(operation, TransportException.Kind.CONNECT, null),
                new TransportException(operation, TransportException.Kind.REJECTED_LOCALLY, null),
                rejection(operation, 403, null),
                rejection(operation, 429, null),
                rejection(operation, 503, Duration.ZERO),
                new InvalidRequestException("x", "y"),
                new IllegalArgumentException("not a DevPayrException"));
        for (RuntimeException failure : known) {
            ClientStyle.Client client = style.create(FakeTransport.Platform.failing(failure));
            assertThatThrownBy(() -> client.call(operation)).isSameAs(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("stylesAndOperations")
    void passesTheOperationAndItsArgumentsToTheTransport(ClientStyle style, Operation operation) {
        List<Object> seen = new ArrayList<>();

        Object result = style.create((performed, arguments) -> {
                    seen.add(performed);
                    seen.addAll(arguments);
                    return null;
                })
                .call(operation);

        assertThat(result).isNull();
        assertThat(seen).startsWith(operation).endsWith(SampleCalls.argumentsOf(operation));
        assertThat(seen).hasSize(1 + SampleCalls.argumentsOf(operation).length);
    }

    @ParameterizedTest
    @MethodSource("stylesAndOperations")
    void rejectsAnIdThatIsNotPositiveAndSendsNothing(ClientStyle style, Operation operation) {
        ClientStyle.Client client =
                style.create(FakeTransport.Platform.failing(new IllegalStateException("it was sent")));
        for (int i = 0; i < operation.pathParameters().size(); i++) {
            for (long id : new long[] {0, -1, Long.MIN_VALUE}) {
                Object[] arguments = SampleCalls.argumentsOf(operation);
                arguments[i] = id;
                String name = operation.pathParameters().get(i);
                assertThatThrownBy(() -> client.invoke(operation, arguments))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessage(name + " is " + id + " but must be positive");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stylesAndOperations")
    void rejectsANullArgumentAndSendsNothing(ClientStyle style, Operation operation) {
        ClientStyle.Client client =
                style.create(FakeTransport.Platform.failing(new IllegalStateException("it was sent")));
        for (int i = 0; i < SampleCalls.argumentsOf(operation).length; i++) {
            Object[] arguments = SampleCalls.argumentsOf(operation);
            if (!(arguments[i] instanceof Long)) {
                setNull(arguments, i);
                assertThatThrownBy(() -> client.invoke(operation, arguments))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageStartingWith("an argument of " + operation.id() + " is null");
            }
        }
    }

    @SuppressWarnings("NullAway") // callers without null checks can pass it
    private static void setNull(Object[] arguments, int index) {
        arguments[index] = null;
    }

    @ParameterizedTest
    @EnumSource
    void aClosedClientRejectsEveryCallAndClosesItsTransportOnce(ClientStyle style) {
        AtomicInteger closes = new AtomicInteger();
        ClientStyle.Client client = style.create(OBJECTS, closes::incrementAndGet);

        client.close();
        client.close();

        assertThat(closes).hasValue(1);
        for (Operation operation : Operation.values()) {
            assertThatThrownBy(() -> client.call(operation))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this DevPayr client is closed; create a new one");
        }
    }

    @Test
    void clientsPingTheRootOfTheApi() {
        FakeTransport blocking = new FakeTransport((operation, arguments) -> null);
        FakeTransport async = new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(null));

        blocking.client().ping();
        assertThat(async.asyncClient().ping()).isCompleted();

        assertThat(blocking.operations()).containsExactly(Operation.PING);
        assertThat(async.operations()).containsExactly(Operation.PING);
    }

    @Test
    void aClientWithAnInterceptorSharesTheLifecycle() {
        AtomicInteger closes = new AtomicInteger();
        DevPayr devpayr = ClientStyle.blocking(OBJECTS, closes::incrementAndGet);
        DevPayr intercepted = devpayr.with(Call::proceed);
        AsyncDevPayr async = ClientStyle.async(OBJECTS, closes::incrementAndGet);

        intercepted.close();
        devpayr.close();
        async.with(AsyncCall::proceed).close();

        assertThat(closes).hasValue(2);
        assertThatThrownBy(() -> devpayr.projects().get(7)).isInstanceOf(IllegalStateException.class);
        assertThat(async.projects().get(7)).isCompletedExceptionally();
    }

    @Test
    void adaptedClientSharesTheLifecycle() {
        AtomicInteger closes = new AtomicInteger();
        DevPayr blocking = ClientStyle.blocking(OBJECTS, closes::incrementAndGet);
        AsyncDevPayr async = ClientStyle.async(OBJECTS, closes::incrementAndGet);
        AsyncDevPayr asyncOverBlocking = blocking.async(Runnable::run);
        DevPayr blockingOverAsync = async.blocking();

        asyncOverBlocking.close();
        async.close();
        blocking.close();

        assertThat(closes).hasValue(2);
        assertThatThrownBy(() -> blocking.projects().get(7)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> blockingOverAsync.projects().get(7)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void cancellationReachesTheTransport(Operation operation) {
        CompletableFuture<Object> source = new CompletableFuture<>();
        AsyncDevPayr devpayr = new FakeTransport((performed, arguments) -> source)
                .asyncClient()
                .with(AsyncCall::proceed);

        SampleCalls.call(devpayr, operation).cancel(true);

        assertThat(source).isCancelled();
    }

    @Test
    void aClientHasTheConfigurationThatItWasCreatedWith() {
        DevPayr blocking = ClientStyle.blocking(OBJECTS, () -> {});
        AsyncDevPayr async = ClientStyle.async(OBJECTS, () -> {});

        assertThat(List.of(
                        blocking.config(),
                        blocking.with(Call::proceed).config(),
                        blocking.async(Runnable::run).config(),
                        async.config(),
                        async.with(AsyncCall::proceed).config(),
                        async.blocking().config()))
                .allSatisfy(config -> assertThat(config).isSameAs(FakeTransport.config()));
    }

    @Test
    void clientHasTheServicesOfItsStyleOnly() {
        DevPayr blocking = ClientStyle.blocking(OBJECTS, () -> {});
        AsyncDevPayr async = ClientStyle.async(OBJECTS, () -> {});

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
                .withMessageContaining("is not a port of this client");
        assertThatIllegalArgumentException().isThrownBy(() -> async.port(String.class));
    }

    @Test
    void onlyARawGetMayBeRepeated() {
        FakeTransport blocking = new FakeTransport((operation, arguments) -> rawResult());
        FakeTransport async =
                new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(rawResult()));

        for (String method : List.of("GET", "DELETE")) {
            assertThat(blocking.client().raw(method, "projects", null, null).status())
                    .isEqualTo(204);
            assertThat(async.asyncClient().raw(method, "projects", null, null))
                    .isCompletedWithValueMatching(result -> result.status() == 204);
        }

        assertThat(blocking.operations()).containsExactly(Operation.RAW_READ, Operation.RAW_WRITE);
        assertThat(async.operations()).containsExactly(Operation.RAW_READ, Operation.RAW_WRITE);
    }

    private static RawResult rawResult() {
        return RawResult.of(204, Map.of(), new byte[0], body -> null);
    }
}
