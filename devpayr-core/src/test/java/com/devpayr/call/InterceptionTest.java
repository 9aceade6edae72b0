package com.devpayr.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.FakePorts;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterceptionTest {
    private final List<String> log = new ArrayList<>();

    @Test
    void anInterceptorSeesTheOperationAndItsArguments() {
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        LicenseService port = Interception.around(new FakePorts((operation, arguments) -> new Object()), call -> {
                    log.add(call.operation() + " " + call.arguments());
                    throw new InvalidRequestException("x", "y");
                })
                .port(LicenseService.class);

        assertThatThrownBy(() -> port.create(7, draft)).isInstanceOf(InvalidRequestException.class);
        assertThat(log).containsExactly("LICENSE_CREATE [7, LicenseDraft{title=Pro}]");
    }

    @Test
    void anInterceptorMayAnswerItselfOrAskMoreThanOnce() {
        FakePorts ports = new FakePorts((operation, arguments) -> Page.of(List.of()));
        LicenseService silent =
                Interception.around(ports, call -> Page.of(List.of(), "own")).port(LicenseService.class);
        LicenseService twice = Interception.around(ports, call -> {
                    call.proceed();
                    return call.proceed();
                })
                .port(LicenseService.class);

        assertThat(silent.listAll(7).pages().iterator().next().nextCursor()).isEqualTo("own");
        assertThat(ports.asked()).isEmpty();
        assertThat(twice.listAll(7)).isEmpty();
        assertThat(ports.asked()).containsExactly(Operation.LICENSE_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void theRequestsOfAWalkPassTheInterceptorOneByOne() {
        RuntimeService port = Interception.around(
                        new FakePorts((operation, arguments) -> {
                            log.add("asked");
                            return Page.of(List.of(), log.size() < 6 ? "next " + log.size() : null);
                        }),
                        call -> {
                            log.add(call.operation().id());
                            return call.proceed();
                        })
                .port(RuntimeService.class);

        assertThat(port.listAllInjectables()).isEmpty();
        assertThat(log)
                .containsExactly(
                        "injectable.stream", "asked", "injectable.stream", "asked", "injectable.stream", "asked");
    }

    @Test
    void whatThePortThrowsReachesTheInterceptorAsItIs() {
        InvalidRequestException refusal = new InvalidRequestException("x", "y");
        RuntimeService port = Interception.around(
                        new FakePorts((operation, arguments) -> {
                            throw refusal;
                        }),
                        call -> {
                            try {
                                return call.proceed();
                            } catch (InvalidRequestException seen) {
                                assertThat(seen).isSameAs(refusal);
                                return PaymentStatus.builder(false).build();
                            }
                        })
                .port(RuntimeService.class);

        assertThat(port.checkPayment(com.devpayr.payment.PaymentQuery.ofProject())
                        .hasPaid())
                .isFalse();
    }

    @Test
    void whatAnAsynchronousPortThrowsBecomesTheFuturesFailure() {
        InvalidRequestException refusal = new InvalidRequestException("x", "y");
        AsyncLicenseService port = Interception.aroundAsync(
                        new FakePorts((operation, arguments) -> {
                            throw refusal;
                        }),
                        AsyncCall::proceed)
                .port(AsyncLicenseService.class);

        assertThat(port.get(7, 8).handle((license, failure) -> failure).join()).isSameAs(refusal);
    }

    @Test
    void whatAnAsynchronousInterceptorThrowsBecomesTheFuturesFailureToo() {
        InvalidRequestException refusal = new InvalidRequestException("x", "y");
        AsyncLicenseService port = Interception.aroundAsync(
                        new FakePorts((operation, arguments) -> CompletableFuture.completedFuture(null)), call -> {
                            throw refusal;
                        })
                .port(AsyncLicenseService.class);

        assertThat(port.get(7, 8).handle((license, failure) -> failure).join()).isSameAs(refusal);
    }
}
