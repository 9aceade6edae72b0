package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.FakeTransport;
import com.devpayr.Sneaky;
import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallChainTest {
    private final List<String> log = new ArrayList<>();

    private static <P> P port(Class<P> type, FakeTransport transport, CallInterceptor interceptor) {
        CallChain calls = CallChain.to(transport.blocking(() -> {})).with(interceptor);
        return new PortProxies(PortTypes.BLOCKING, calls).port(type);
    }

    private static AsyncLicenseService asyncPort(FakeTransport transport, AsyncCallInterceptor interceptor) {
        AsyncCallChain calls = AsyncCallChain.to(transport.async(() -> {})).with(interceptor);
        return new PortProxies(PortTypes.ASYNC, calls).port(AsyncLicenseService.class);
    }

    @Test
    void interceptorReceivesTheOperationAndItsArguments() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        LicenseService licenses =
                port(LicenseService.class, new FakeTransport((operation, arguments) -> new Object()), call -> {
                    log.add(call.operation() + " " + call.arguments());
                    throw new InvalidRequestException("x", "y");
                });

        assertThatThrownBy(() -> licenses.create(7, draft)).isInstanceOf(InvalidRequestException.class);
        assertThat(log).containsExactly("LICENSE_CREATE [7, LicenseDraft{title=Pro}]");
    }

    @Test
    void anInterceptorCannotChangeTheArguments() {
        LicenseService licenses =
                port(LicenseService.class, new FakeTransport((operation, arguments) -> new Object()), call -> {
                    call.arguments().set(0, 9L);
                    return call.proceed();
                });

        assertThatThrownBy(() -> licenses.get(7, 8)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anInterceptorMayReturnAResultWithoutACall() {
        FakeTransport transport = new FakeTransport((operation, arguments) -> Page.of(List.of(), null));
        LicenseService licenses = port(LicenseService.class, transport, call -> Page.of(List.of(), "its own"));

        assertThat(licenses.listAll(7).pages().iterator().next().nextCursor()).isEqualTo("its own");
        assertThat(transport.operations()).isEmpty();
    }

    @Test
    void anInterceptorMayProceedMoreThanOnce() {
        FakeTransport transport = new FakeTransport((operation, arguments) -> Page.of(List.of(), null));
        LicenseService licenses = port(LicenseService.class, transport, call -> {
            call.proceed();
            return call.proceed();
        });

        assertThat(licenses.listAll(7)).isEmpty();
        assertThat(transport.operations()).containsExactly(Operation.LICENSE_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void proceedRunsTheRestOfTheChainEachTime() {
        FakeTransport transport = new FakeTransport((operation, arguments) -> log.add("transport"));
        CallChain calls = CallChain.to(
                        transport.blocking(() -> {}),
                        call -> {
                            log.add("policy");
                            return call.proceed();
                        },
                        null)
                .with(call -> {
                    call.proceed();
                    return call.proceed();
                })
                .with(call -> {
                    log.add("inner");
                    return call.proceed();
                });

        calls.handle(Operation.LICENSE_GET, List.of(7L, 8L));

        assertThat(log).containsExactly("inner", "policy", "transport", "inner", "policy", "transport");
    }

    @Test
    void thePolicyStaysTheLastInterceptor() {
        FakeTransport blocking = new FakeTransport((operation, arguments) -> log.add("transport"));
        FakeTransport async = new FakeTransport((operation, arguments) -> {
            log.add("transport");
            return CompletableFuture.completedFuture(null);
        });
        CallChain.to(blocking.blocking(() -> {}), blocking("policy"), null)
                .with(blocking("first"))
                .with(blocking("second"))
                .handle(Operation.LICENSE_GET, List.of(7L, 8L));
        assertThat(log).containsExactly("first", "second", "policy", "transport");

        log.clear();
        AsyncCallChain.to(async.async(() -> {}), async("policy"), null)
                .with(async("first"))
                .with(async("second"))
                .handle(Operation.LICENSE_GET, List.of(7L, 8L))
                .join();
        assertThat(log).containsExactly("first", "second", "policy", "transport");
    }

    private CallInterceptor blocking(String name) {
        return call -> {
            log.add(name);
            return call.proceed();
        };
    }

    private AsyncCallInterceptor async(String name) {
        return call -> {
            log.add(name);
            return call.proceed();
        };
    }

    @Test
    void eachRequestForAPagePassesTheInterceptor() {
        RuntimeService runtime = port(
                RuntimeService.class,
                new FakeTransport((operation, arguments) -> {
                    log.add("transport");
                    return Page.of(List.of(), log.size() < 6 ? "next " + log.size() : null);
                }),
                call -> {
                    log.add(call.operation().id());
                    return call.proceed();
                });

        assertThat(runtime.listAllInjectables()).isEmpty();
        assertThat(log)
                .containsExactly(
                        "injectable.stream",
                        "transport",
                        "injectable.stream",
                        "transport",
                        "injectable.stream",
                        "transport");
    }

    @Test
    void anInterceptorCatchesTheTransportsExceptionUnchanged() {
        InvalidRequestException thrown = new InvalidRequestException("x", "y");
        RuntimeService runtime =
                port(RuntimeService.class, new FakeTransport(FakeTransport.Platform.failing(thrown)), call -> {
                    try {
                        return call.proceed();
                    } catch (InvalidRequestException caught) {
                        assertThat(caught).isSameAs(thrown);
                        return PaymentStatus.builder(false).build();
                    }
                });

        assertThat(runtime.checkPayment(PaymentQuery.ofProject()).hasPaid()).isFalse();
    }

    @Test
    void checkedExceptionOfAnAsynchronousInterceptorFailsTheFuture() {
        IOException checked = new IOException("of an interceptor in Kotlin");
        AsyncLicenseService licenses = asyncPort(new FakeTransport((operation, arguments) -> null), call -> {
            throw Sneaky.rethrow(checked);
        });

        assertThat(licenses.get(7, 8))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCause(checked);
    }

    @Test
    void anExceptionOfAnAsynchronousTransportFailsTheFuture() {
        InvalidRequestException thrown = new InvalidRequestException("x", "y");
        AsyncLicenseService licenses =
                asyncPort(new FakeTransport(FakeTransport.Platform.failing(thrown)), AsyncCall::proceed);

        assertThat(failureOf(licenses.get(7, 8))).isSameAs(thrown);
    }

    @Test
    void errorOfAnAsynchronousTransportFailsTheFuture() {
        NoClassDefFoundError thrown = new NoClassDefFoundError("feign/Feign");
        AsyncLicenseService licenses = asyncPort(
                new FakeTransport((operation, arguments) -> {
                    throw thrown;
                }),
                AsyncCall::proceed);

        assertThat(failureOf(licenses.get(7, 8))).isSameAs(thrown);
    }

    @Test
    void asynchronousInterceptorReceivesTheTransportsExceptionInTheFuture() {
        InvalidRequestException thrown = new InvalidRequestException("x", "y");
        AsyncLicenseService licenses = asyncPort(new FakeTransport(FakeTransport.Platform.failing(thrown)), call -> {
            CompletableFuture<?> result = call.proceed();
            log.add(String.valueOf(failureOf(result) == thrown));
            return result;
        });

        assertThat(failureOf(licenses.get(7, 8))).isSameAs(thrown);
        assertThat(log).containsExactly("true");
    }

    @Test
    void anExceptionOfAnAsynchronousInterceptorFailsTheFuture() {
        InvalidRequestException thrown = new InvalidRequestException("x", "y");
        AsyncLicenseService licenses = asyncPort(
                new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(null)), call -> {
                    throw thrown;
                });

        assertThat(failureOf(licenses.get(7, 8))).isSameAs(thrown);
    }

    @Test
    void aTransportThatReturnsNoFutureFailsTheFuture() {
        AsyncLicenseService licenses = asyncPort(new FakeTransport((operation, arguments) -> null), AsyncCall::proceed);

        assertThat(failureOf(licenses.get(7, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transport returned no future for license.get");
    }

    @Test
    @SuppressWarnings("NullAway") // a broken interceptor may return null
    void anInterceptorThatReturnsNoFutureFailsTheFuture() {
        AsyncLicenseService licenses = asyncPort(
                new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(null)), call -> null);

        assertThat(failureOf(licenses.get(7, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an interceptor returned no future for license.get");
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure).join();
    }
}
