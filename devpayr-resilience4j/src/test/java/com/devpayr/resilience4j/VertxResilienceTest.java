package com.devpayr.resilience4j;

import static com.devpayr.testkit.fault.Faults.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.license.LicenseDraft;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decorated Vert.x futures: {@code vertxDevPayr.with(resilience.asyncInterceptor())}. */
class VertxResilienceTest {
    private static final String SUCCESS = "{\"data\":{\"has_paid\":true,\"id\":12,\"uuid\":\"k\"}}";

    private final FaultServer server = FaultServer.start();
    private final Vertx vertx = Vertx.vertx();
    private final VertxDevPayr plain = VertxDevPayr.create(
            vertx,
            DevPayrConfig.builder()
                    .baseUrl(server.baseUrl())
                    .apiKey("api-key")
                    .licenseKey("license-key")
                    .domain("shop.example.com")
                    .build());

    @AfterEach
    void close() throws Exception {
        plain.close();
        await(vertx.close());
        server.close();
    }

    private static <T> T await(Future<T> future) throws TimeoutException {
        return future.await(30, TimeUnit.SECONDS);
    }

    private static Resilience withoutDelays() {
        return Resilience.builder().scheduler(new ImmediateScheduler()).build();
    }

    /** Returns a fault that occurs a number of times, followed by success responses. */
    private static Fault first(int times, Fault fault) {
        AtomicInteger left = new AtomicInteger(times);
        Fault fine = response(200, "", SUCCESS);
        return exchange -> (left.getAndDecrement() > 0 ? fault : fine).act(exchange);
    }

    @Test
    void readIsRepeatedAndCompletesOnTheCallersContext() throws Exception {
        server.setFault(first(2, response(500, "", "{}")));
        VertxDevPayr devpayr = plain.with(withoutDelays().asyncInterceptor());
        Context caller = vertx.getOrCreateContext();
        Promise<Context> completedOn = Promise.promise();

        caller.runOnContext(start -> devpayr.runtime()
                .checkPayment(PaymentQuery.ofProject())
                .onSuccess(status -> completedOn.complete(Vertx.currentContext()))
                .onFailure(completedOn::fail));

        assertThat(await(completedOn.future())).isSameAs(caller);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void createIsNotRepeatedAfterALostConnectionButAfterA429() throws Exception {
        VertxDevPayr devpayr = plain.with(withoutDelays().asyncInterceptor());
        LicenseDraft draft = LicenseDraft.builder("Pro").build();

        server.setFault(first(1, Faults.disconnect()));
        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> await(devpayr.licenses().create(7, draft)));
        assertThat(server.requests()).hasSize(1);

        server.setFault(first(1, response(429, "Retry-After: 1\r\n", "{}")));
        assertThat(await(devpayr.licenses().create(7, draft)).id()).isEqualTo(12);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void deadlineEndsTheCallAndItsRequest() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        server.setFault(exchange -> {
            received.countDown();
            exchange.stall();
        });
        CapturingScheduler scheduler = new CapturingScheduler();
        VertxDevPayr devpayr =
                plain.with(Resilience.builder().scheduler(scheduler).build().asyncInterceptor());

        Future<PaymentStatus> call = devpayr.runtime().checkPayment(PaymentQuery.ofProject());
        assertThat(received.await(30, TimeUnit.SECONDS)).isTrue();
        scheduler.task.get(30, TimeUnit.SECONDS).run();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> await(call))
                .satisfies(late -> assertThat(late.kind()).isEqualTo(Kind.TIMEOUT));
        assertThat(server.awaitNoConnection(Duration.ofSeconds(20))).isTrue();
    }

    /** A scheduler whose only task, the deadline, is run by the test. */
    private static final class CapturingScheduler implements Scheduler {
        private final CompletableFuture<Runnable> task = new CompletableFuture<>();

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable schedule(Runnable deadline, Duration delay) {
            task.complete(deadline);
            return () -> {};
        }
    }

    @Test
    void openCircuitBreakerRejectsCallsOfAllServices() throws Exception {
        server.setFault(response(500, "", "{}"));
        VertxDevPayr devpayr = plain.with(Resilience.builder()
                .disableRetry()
                .circuitBreaker(circuit -> circuit.minimumNumberOfCalls(2))
                .build()
                .asyncInterceptor());
        for (int i = 0; i < 2; i++) {
            Future<PaymentStatus> refused = devpayr.runtime().checkPayment(PaymentQuery.ofProject());
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> await(refused));
        }

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> await(devpayr.licenses().get(7, 12)))
                .satisfies(rejected -> assertThat(rejected.kind()).isEqualTo(Kind.REJECTED_LOCALLY));
        assertThat(server.requests()).hasSize(2);
    }
}
