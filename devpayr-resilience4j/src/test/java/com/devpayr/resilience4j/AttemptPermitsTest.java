package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ResilienceFixture.assertRejected;
import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the circuit breaker and the rate limiter. */
class AttemptPermitsTest {
    private static ResilienceFixture open(
            Style style, ScriptedTransport.Fault fault, int calls, UnaryOperator<Resilience.Builder> more) {
        ResilienceFixture fixture = new ResilienceFixture(builder -> more.apply(builder.disableRetry()));
        fixture.transport.then(calls, fault);
        for (int i = 0; i < calls; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ)).isNotNull();
        }
        return fixture;
    }

    @ParameterizedTest
    @EnumSource
    void failuresOpenTheCircuitBreakerWhichRejectsCallsLocally(Style style) {
        for (ScriptedTransport.Fault fault : List.of(
                transport(Kind.CONNECT),
                transport(Kind.TIMEOUT),
                transport(Kind.CONNECTION_LOST),
                status(500),
                status(503))) {
            for (SampleCall sample : SampleCall.values()) {
                ResilienceFixture fixture = open(style, fault, 10, builder -> builder);

                assertRejected(catchThrowable(() -> style.call(fixture, sample)), CallNotPermittedException.class);
                assertThat(fixture.transport.sent()).isEqualTo(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownOutcomeOpensTheCircuitBreaker(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(10, transport(Kind.CONNECTION_LOST));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.CREATE)).isNotNull();
        }

        assertRejected(catchThrowable(() -> style.call(fixture, SampleCall.READ)), CallNotPermittedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void otherFailuresDoNotOpenTheCircuitBreaker(Style style) {
        CircuitBreakerRegistry allFailuresCount = CircuitBreakerRegistry.ofDefaults();
        allFailuresCount.circuitBreaker("devpayr");
        for (ScriptedTransport.Fault fault : List.of(
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
            ResilienceFixture fixture =
                    open(style, fault, 200, builder -> builder.circuitBreakerRegistry(allFailuresCount));

            style.call(fixture, SampleCall.READ);

            assertThat(fixture.transport.sent()).isEqualTo(201);
        }
        ResilienceFixture interrupted =
                new ResilienceFixture(builder -> builder.circuitBreakerRegistry(allFailuresCount));
        interrupted.transport.then(200, transport(Kind.INTERRUPTED));
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> style.call(interrupted, SampleCall.READ)).isNotNull();
        }
        style.call(interrupted, SampleCall.READ);
    }

    @ParameterizedTest
    @EnumSource
    void interruptedCreateDoesNotOpenTheCircuitBreaker(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(10, transport(Kind.INTERRUPTED));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.CREATE))
                    .isInstanceOf(OutcomeUnknownException.class);
        }

        style.call(fixture, SampleCall.READ);

        assertThat(fixture.transport.sent()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void failureRateBelowTheThresholdKeepsTheCircuitBreakerClosed(Style style) {
        ResilienceFixture fixture = open(style, status(404), 11, builder -> builder);
        fixture.transport.then(9, status(500));
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ)).isNotNull();
        }

        style.call(fixture, SampleCall.READ);

        assertThat(fixture.transport.sent()).isEqualTo(21);
    }

    @ParameterizedTest
    @EnumSource
    void halfOpenCircuitBreakerClosesAfterSuccesses(Style style) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        ResilienceFixture fixture = open(style, status(500), 10, builder -> builder.circuitBreakerRegistry(registry));
        CircuitBreaker circuit = registry.circuitBreaker("devpayr");
        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.OPEN);

        fixture.scheduler.advance(Duration.ofMillis(10_001));
        fixture.transport.then(status(404));
        assertThatThrownBy(() -> style.call(fixture, SampleCall.READ)).isNotNull();
        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        style.call(fixture, SampleCall.READ);
        style.call(fixture, SampleCall.READ);

        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void waitDurationInOpenStateIsConfigurable(Style style) {
        ResilienceFixture fixture = open(
                style,
                status(500),
                10,
                builder -> builder.circuitBreaker(circuit -> circuit.waitDurationInOpenState(Duration.ofMinutes(1))));

        fixture.scheduler.advance(Duration.ofMillis(59_999));
        assertRejected(catchThrowable(() -> style.call(fixture, SampleCall.READ)), CallNotPermittedException.class);
        fixture.scheduler.advance(Duration.ofMillis(2));
        style.call(fixture, SampleCall.READ);

        assertThat(fixture.transport.sent()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void circuitBreakerThatOpensBetweenAttemptsKeepsTheFirstFailure(Style style) {
        ResilienceFixture fixture =
                new ResilienceFixture(builder -> builder.circuitBreaker(circuit -> circuit.minimumNumberOfCalls(1)));
        fixture.transport.then(9, transport(Kind.CONNECTION_LOST));

        Throwable thrown = catchThrowable(() -> style.call(fixture, SampleCall.IDEMPOTENT));

        assertThat(fixture.transport.sent()).isEqualTo(1);
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.CONNECTION_LOST));
        assertRejected(thrown.getSuppressed()[0], CallNotPermittedException.class);
    }

    @Test
    void bothStylesShareTheCircuitBreaker() {
        ResilienceFixture fixture = open(Style.BLOCKING, status(500), 10, builder -> builder);

        assertRejected(
                catchThrowable(() -> Style.ASYNCHRONOUS.call(fixture, SampleCall.READ)),
                CallNotPermittedException.class);
    }

    @Test
    void circuitBreakerCanBeDisabled() {
        ResilienceFixture fixture = open(Style.BLOCKING, status(500), 50, Resilience.Builder::disableCircuitBreaker);

        SampleCall.READ.on(fixture.blocking);
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.ofDefaults();
        RateLimiterRegistry rateLimiters = RateLimiterRegistry.ofDefaults();
        BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
        Resilience.builder()
                .circuitBreakerRegistry(circuitBreakers)
                .rateLimiterRegistry(rateLimiters)
                .bulkheadRegistry(bulkheads)
                .build();

        CircuitBreakerConfig circuitBreaker =
                circuitBreakers.circuitBreaker("devpayr").getCircuitBreakerConfig();
        assertThat(circuitBreaker.getSlidingWindowSize()).isEqualTo(20);
        assertThat(circuitBreaker.getMinimumNumberOfCalls()).isEqualTo(10);
        assertThat(circuitBreaker.getFailureRateThreshold()).isEqualTo(50);
        assertThat(circuitBreaker.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(3);
        assertThat(circuitBreaker.getWaitIntervalFunctionInOpenState().apply(1)).isEqualTo(10_000);
        assertThat(bulkheads.bulkhead("devpayr").getBulkheadConfig().getMaxConcurrentCalls())
                .isEqualTo(64);
        assertThat(bulkheads.bulkhead("devpayr").getBulkheadConfig().getMaxWaitDuration())
                .isZero();
        assertThat(rateLimiters.getAllRateLimiters()).isEmpty();
    }

    @Test
    void rateLimiterStartsFromFiftyRequestsPerSecond() {
        RateLimiterRegistry rateLimiters = RateLimiterRegistry.ofDefaults();
        Resilience.builder()
                .rateLimiterRegistry(rateLimiters)
                .rateLimiter(rate -> rate)
                .build();

        RateLimiterConfig rateLimiter = rateLimiters.rateLimiter("devpayr").getRateLimiterConfig();
        assertThat(rateLimiter.getLimitForPeriod()).isEqualTo(50);
        assertThat(rateLimiter.getLimitRefreshPeriod()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rateLimiter.getTimeoutDuration()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void callWaitsForTheRateLimiter(Style style) {
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.rateLimiter(rate -> rate.limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofSeconds(20))
                .timeoutDuration(Duration.ofHours(1))));
        long start = fixture.scheduler.nanoTime();

        style.call(fixture, SampleCall.READ);
        assertThat(fixture.scheduler.nanoTime()).isEqualTo(start);
        style.call(fixture, SampleCall.READ);

        assertThat(Duration.ofNanos(fixture.scheduler.nanoTime() - start))
                .isBetween(Duration.ofMillis(1), Duration.ofSeconds(20));
        assertThat(fixture.transport.sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void circuitBreakerMeasuresAttemptsWithoutTheWaitForTheRateLimiter(Style style) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        ResilienceFixture fixture = new ResilienceFixture(
                builder -> builder.circuitBreakerRegistry(registry).rateLimiter(rate -> rate.limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofSeconds(20))
                        .timeoutDuration(Duration.ofHours(1))));
        fixture.transport.during(() -> fixture.scheduler.advance(Duration.ofMillis(3)));
        List<Duration> measured = new ArrayList<>();
        registry.circuitBreaker("devpayr")
                .getEventPublisher()
                .onSuccess(event -> measured.add(event.getElapsedDuration()));

        style.call(fixture, SampleCall.READ);
        style.call(fixture, SampleCall.READ);

        assertThat(measured).containsExactly(Duration.ofMillis(3), Duration.ofMillis(3));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForARateLimiterPermissionBeyondTheDeadline(Style style) {
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
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.rateLimiterRegistry(registry)
                .circuitBreakerRegistry(circuits)
                .bulkheadRegistry(bulkheads));

        style.call(fixture, SampleCall.READ);
        assertRejected(catchThrowable(() -> style.call(fixture, SampleCall.READ)), RequestNotPermitted.class);
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .isEqualTo(64);
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfBufferedCalls())
                .isEqualTo(1);
    }
}
