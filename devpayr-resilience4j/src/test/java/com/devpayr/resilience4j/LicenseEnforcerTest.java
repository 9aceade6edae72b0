package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.Script.status;
import static com.devpayr.resilience4j.Script.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.resilience4j.Bench.Style;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Circuit breaker, rate limiter and bulkhead. */
class LicenseEnforcerTest {
    private static void assertHeldBack(Throwable thrown, Class<? extends Throwable> cause) {
        assertThat(thrown)
                .isInstanceOfSatisfying(TransportException.class, held -> {
                    assertThat(held.kind()).isEqualTo(Kind.NOT_SENT);
                    assertThat(held.requestMayHaveBeenSent()).isFalse();
                })
                .hasCauseInstanceOf(cause);
    }

    private static Bench open(Style style, Script.Fault fault, int calls, UnaryOperator<Resilience.Builder> more) {
        Bench bench = new Bench(builder -> more.apply(builder.withoutRetry()));
        bench.script.then(calls, fault);
        for (int i = 0; i < calls; i++) {
            assertThatThrownBy(() -> style.call(bench, Sample.READ)).isNotNull();
        }
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void troubleOpensTheCircuitAndAnOpenCircuitIsATransportFailureThatNeverLeft(Style style) {
        for (Script.Fault trouble : List.of(
                transport(Kind.CONNECT), transport(Kind.TIMEOUT), transport(Kind.BROKEN), status(500), status(503))) {
            for (Sample sample : Sample.values()) {
                Bench bench = open(style, trouble, 10, builder -> builder);

                assertHeldBack(catchThrowable(() -> style.call(bench, sample)), CallNotPermittedException.class);
                assertThat(bench.script.sent()).isEqualTo(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostCreateIsTroubleToo(Style style) {
        Bench bench = new Bench();
        bench.script.then(10, transport(Kind.BROKEN));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> style.call(bench, Sample.CREATE)).isNotNull();
        }

        assertHeldBack(catchThrowable(() -> style.call(bench, Sample.READ)), CallNotPermittedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTroubleOfDevPayrsNeverOpensTheCircuit(Style style) {
        CircuitBreakerRegistry allFailuresCount = CircuitBreakerRegistry.ofDefaults();
        allFailuresCount.circuitBreaker("devpayr");
        for (Script.Fault fault : List.of(
                status(400),
                status(401),
                status(403),
                status(404),
                status(408),
                status(422),
                status(429),
                operation -> new ProtocolException(operation, "it is HTML"),
                operation -> new InvalidRequestException("title", "is empty"),
                operation -> new IllegalStateException("closed"))) {
            Bench bench = open(style, fault, 200, builder -> builder.circuitBreakers(allFailuresCount));

            style.call(bench, Sample.READ);

            assertThat(bench.script.sent()).isEqualTo(201);
        }
        Bench interrupted = new Bench(builder -> builder.circuitBreakers(allFailuresCount));
        interrupted.script.then(200, transport(Kind.INTERRUPTED));
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> style.call(interrupted, Sample.READ)).isNotNull();
        }
        style.call(interrupted, Sample.READ);
    }

    @ParameterizedTest
    @EnumSource
    void failuresThatAreTheSmallerHalfLeaveItClosed(Style style) {
        Bench bench = open(style, status(404), 11, builder -> builder);
        bench.script.then(9, status(500));
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> style.call(bench, Sample.READ)).isNotNull();
        }

        style.call(bench, Sample.READ);

        assertThat(bench.script.sent()).isEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource
    void theCircuitIsTriedAgainAfterItsWaitAndClosesWhenDevPayrIsBack(Style style) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        Bench bench = open(style, status(500), 10, builder -> builder.circuitBreakers(registry));
        CircuitBreaker circuit = registry.circuitBreaker("devpayr");
        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.OPEN);

        bench.timer.advance(Duration.ofMillis(10_001));
        bench.script.then(status(404));
        assertThatThrownBy(() -> style.call(bench, Sample.READ)).isNotNull();
        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        style.call(bench, Sample.READ);
        style.call(bench, Sample.READ);

        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void howLongAnOpenCircuitWaitsCanBeChanged(Style style) {
        Bench bench = open(
                style,
                status(500),
                10,
                builder -> builder.circuitBreaker(circuit -> circuit.waitDurationInOpenState(Duration.ofMinutes(1))));

        bench.timer.advance(Duration.ofMillis(59_999));
        assertHeldBack(catchThrowable(() -> style.call(bench, Sample.READ)), CallNotPermittedException.class);
        bench.timer.advance(Duration.ofMillis(2));
        style.call(bench, Sample.READ);

        assertThat(bench.script.sent()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void aCircuitThatOpensBetweenTriesLeavesTheFailureThatLeft(Style style) {
        Bench bench = new Bench(builder -> builder.circuitBreaker(circuit -> circuit.minimumNumberOfCalls(1)));
        bench.script.then(9, transport(Kind.BROKEN));

        Throwable thrown = catchThrowable(() -> style.call(bench, Sample.IDEMPOTENT));

        assertThat(bench.script.sent()).isEqualTo(1);
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.BROKEN));
        assertHeldBack(thrown.getSuppressed()[0], CallNotPermittedException.class);
    }

    @Test
    void bothStylesShareOneCircuit() {
        Bench bench = open(Style.BLOCKING, status(500), 10, builder -> builder);

        assertHeldBack(
                catchThrowable(() -> Style.ASYNCHRONOUS.call(bench, Sample.READ)), CallNotPermittedException.class);
    }

    @Test
    void thereCanBeNoCircuit() {
        Bench bench = open(Style.BLOCKING, status(500), 50, Resilience.Builder::withoutCircuitBreaker);

        Sample.READ.on(bench.blocking);
    }

    @ParameterizedTest
    @EnumSource
    void aCallWaitsForItsTurn(Style style) {
        Bench bench = new Bench(builder -> builder.rateLimiter(rate -> rate.limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofSeconds(20))
                .timeoutDuration(Duration.ofHours(1))));
        long start = bench.timer.nanoTime();

        style.call(bench, Sample.READ);
        assertThat(bench.timer.nanoTime()).isEqualTo(start);
        style.call(bench, Sample.READ);

        assertThat(Duration.ofNanos(bench.timer.nanoTime() - start))
                .isBetween(Duration.ofMillis(1), Duration.ofSeconds(20));
        assertThat(bench.script.sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aTurnThatComesTooLateIsNotWaitedFor(Style style) {
        RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
        registry.rateLimiter(
                "devpayr",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofDays(300))
                        .timeoutDuration(Duration.ofDays(1000))
                        .build());
        CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
        BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
        Bench bench = new Bench(builder ->
                builder.rateLimiters(registry).circuitBreakers(circuits).bulkheads(bulkheads));

        style.call(bench, Sample.READ);
        assertHeldBack(catchThrowable(() -> style.call(bench, Sample.READ)), RequestNotPermitted.class);
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .isEqualTo(64);
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfBufferedCalls())
                .isEqualTo(1);
    }

    @Test
    void oneCallTooManyIsRefusedAndTheNextOneIsNot() {
        Bench bench = new Bench(builder -> builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(1)));
        bench.script.leavingOpen();
        CompletableFuture<?> first = Sample.READ.on(bench.async);

        assertHeldBack(catchThrowable(() -> Sample.READ.on(bench.blocking)), BulkheadFullException.class);
        assertHeldBack(catchThrowable(() -> Style.ASYNCHRONOUS.call(bench, Sample.READ)), BulkheadFullException.class);
        bench.script.open().complete(null);
        assertThat(first).isCompleted();

        Sample.READ.on(bench.blocking);
    }

    @Test
    void aWaitBetweenTriesHoldsNoPlaceInTheBulkhead() {
        Bench bench = new Bench(builder -> builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(1)));
        bench.script.then(status(500));
        CompletableFuture<?> first = Sample.READ.on(bench.async);
        assertThat(first).isNotDone();

        Sample.READ.on(bench.blocking);
    }

    @Test
    void aBulkheadThatHoldsThreadsIsRefusedAroundAnAsynchronousClient() {
        BulkheadRegistry waiting = BulkheadRegistry.of(
                BulkheadConfig.custom().maxWaitDuration(Duration.ofSeconds(1)).build());
        waiting.bulkhead("devpayr");
        Resilience resilience = Resilience.builder().bulkheads(waiting).build();
        Script script = new Script();

        assertThatThrownBy(() -> resilience.around(AsyncDevPayr.of(script, () -> {})))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maxWaitDuration");
        Sample.READ.on(resilience.around(DevPayr.of(script, () -> {})));
    }

    @Test
    void anInterruptedThreadIsNotToldThatTheBulkheadIsFull() {
        Bench bench = new Bench();
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(() -> Sample.READ.on(bench.blocking));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.INTERRUPTED));
    }
}
