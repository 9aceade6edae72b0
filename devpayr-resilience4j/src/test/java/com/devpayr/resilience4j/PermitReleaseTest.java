package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that an attempt that ends without a result of DevPayr releases its permissions. The circuit breaker is half
 * open and permits {@value #PERMITTED} attempts: if one were leaked, it could never close again.
 */
class PermitReleaseTest {
    private static final int PERMITTED = 3;
    private static final int CALLS = 2 * PERMITTED;
    private static final Duration DEADLINE = Duration.ofHours(12);

    private final CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final ResilienceFixture unlimited = fixture(builder -> builder);
    private final CircuitBreaker circuitBreaker = circuitBreakers.circuitBreaker("devpayr");

    private ResilienceFixture fixture(UnaryOperator<Resilience.Builder> settings) {
        return new ResilienceFixture(builder -> settings.apply(builder)
                .disableRetry()
                .circuitBreaker(breaker -> breaker.permittedNumberOfCallsInHalfOpenState(PERMITTED))
                .circuitBreakerRegistry(circuitBreakers)
                .bulkheadRegistry(bulkheads));
    }

    private ResilienceFixture halfOpen(UnaryOperator<Resilience.Builder> settings) {
        circuitBreaker.transitionToOpenState();
        circuitBreaker.transitionToHalfOpenState();
        return fixture(settings);
    }

    /** Returns settings with a rate limiter that has no permission left in its period of 20 seconds. */
    private static UnaryOperator<Resilience.Builder> exhaustedRateLimiter(Duration timeout) {
        RateLimiterRegistry registry = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofSeconds(20))
                .timeoutDuration(timeout)
                .build());
        registry.rateLimiter("devpayr").drainPermissions();
        return builder -> builder.rateLimiterRegistry(registry);
    }

    @AfterEach
    void nothingIsHeld() {
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .isEqualTo(64);
        for (int i = 0; i < PERMITTED; i++) {
            SampleCall.READ.on(unlimited.blocking);
        }
        assertThat(circuitBreaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void rejectionByTheRateLimiterReleasesThePermits(Style style) {
        ResilienceFixture limited = halfOpen(exhaustedRateLimiter(Duration.ZERO));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(limited, SampleCall.READ))
                    .hasCauseInstanceOf(RequestNotPermitted.class);
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void rateLimiterDelayBeyondTheDeadlineReleasesThePermits(Style style) {
        UnaryOperator<Resilience.Builder> rateLimiter = exhaustedRateLimiter(Duration.ofDays(1));
        ResilienceFixture limited =
                halfOpen(builder -> rateLimiter.apply(builder).deadline(Duration.ofMillis(1)));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(limited, SampleCall.READ))
                    .hasCauseInstanceOf(RequestNotPermitted.class);
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void schedulerThatThrowsReleasesThePermits(Style style) {
        UnaryOperator<Resilience.Builder> rateLimiter = exhaustedRateLimiter(Duration.ofDays(1));
        ResilienceFixture limited = halfOpen(
                builder -> rateLimiter.apply(builder).deadline(DEADLINE).scheduler(new ShutDownScheduler()));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(limited, SampleCall.READ)).hasMessage("shut down");
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void schedulerThatThrowsDoesNotHideTheFailure(Style style) {
        ResilienceFixture fixture =
                new ResilienceFixture(builder -> builder.deadline(DEADLINE).scheduler(new ShutDownScheduler()));
        fixture.transport.then(status(500));

        assertThatThrownBy(() -> style.call(fixture, SampleCall.READ))
                .isInstanceOf(ServerException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .isInstanceOfSatisfying(IllegalStateException.class, rejected -> assertThat(rejected)
                                .hasMessage("shut down")));
        assertThat(fixture.transport.sent()).isOne();
    }

    @Test
    void nothingIsSentIfTheDeadlineCannotBeScheduled() {
        ResilienceFixture fixture = new ResilienceFixture(
                builder -> builder.deadline(DEADLINE.plusSeconds(1)).scheduler(new ShutDownScheduler()));

        assertThatThrownBy(() -> Style.ASYNCHRONOUS.call(fixture, SampleCall.READ))
                .hasMessage("shut down");
        assertThat(fixture.transport.sent()).isZero();
    }

    /** Accepts the deadline only. */
    private static final class ShutDownScheduler implements Scheduler {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) {
            throw new IllegalStateException("shut down");
        }

        @Override
        public Runnable schedule(Runnable work, Duration delay) {
            if (delay.equals(DEADLINE)) {
                return () -> {};
            }
            throw new IllegalStateException("shut down");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listenerOfTheRateLimiterThatThrowsReleasesThePermits(Style style) {
        IllegalStateException failure = new IllegalStateException("listener");
        RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
        registry.rateLimiter("devpayr").getEventPublisher().onSuccess(event -> {
            throw failure;
        });
        ResilienceFixture limited = halfOpen(builder -> builder.rateLimiterRegistry(registry));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(limited, SampleCall.READ)).isSameAs(failure);
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void predicateOfTheCircuitBreakerThatThrowsReleasesThePermits(Style style) {
        CircuitBreakerRegistry registry = CircuitBreakerRegistry.ofDefaults();
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.disableRetry()
                .bulkheadRegistry(bulkheads)
                .circuitBreakerRegistry(registry)
                .circuitBreaker(breaker -> breaker.permittedNumberOfCallsInHalfOpenState(PERMITTED)
                        .recordException(failure -> {
                            throw new IllegalStateException("predicate");
                        })));
        registry.circuitBreaker("devpayr").transitionToOpenState();
        registry.circuitBreaker("devpayr").transitionToHalfOpenState();
        fixture.transport.then(CALLS, transport(Kind.CONNECT));
        List<Throwable> reported = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ)).isInstanceOf(TransportException.class);
        }

        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertThat(fixture.transport.sent()).isEqualTo(CALLS);
        assertThat(reported).hasSize(CALLS);
    }

    @ParameterizedTest
    @EnumSource
    void checkedExceptionReleasesThePermits(Style style) {
        IOException checked = new IOException("of an interceptor in Kotlin");
        ResilienceFixture fixture = halfOpen(builder -> builder);
        fixture.transport.during(() -> {
            throw Sneaky.rethrow(checked);
        });

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ))
                    .matches(thrown -> thrown == checked || thrown.getCause() == checked, "is or has the exception");
        }

        assertThat(fixture.transport.sent()).isEqualTo(CALLS);
    }

    @Test
    void bulkheadWaitBeyondTheDeadlineReleasesThePermitsAndSendsNothing() {
        ResilienceFixture fixture = halfOpen(builder -> builder);
        bulkheads.bulkhead("devpayr").getEventPublisher().onCallPermitted(event -> {
            if (fixture.transport.sent() == 0) {
                fixture.scheduler.advance(Duration.ofSeconds(30)); // passes while the call waits
            }
        });

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> SampleCall.READ.on(fixture.blocking))
                    .isInstanceOfSatisfying(TransportException.class, late -> assertThat(late.kind())
                            .isEqualTo(Kind.REJECTED_LOCALLY));
        }

        assertThat(fixture.transport.sent()).isZero();
    }

    @Test
    void cancellationOfARequestReleasesThePermits() {
        ResilienceFixture fixture = halfOpen(builder -> builder);
        fixture.transport.leavingPending();

        for (int i = 0; i < CALLS; i++) {
            SampleCall.READ.on(fixture.async).cancel(true);
        }

        assertThat(fixture.transport.sent()).isEqualTo(CALLS);
    }

    @Test
    void cancellationOfAWaitForTheRateLimiterReleasesThePermits() {
        UnaryOperator<Resilience.Builder> rateLimiter = exhaustedRateLimiter(Duration.ofDays(1));
        ResilienceFixture limited =
                halfOpen(builder -> rateLimiter.apply(builder).deadline(Duration.ofHours(23)));

        for (int i = 0; i < CALLS; i++) {
            CompletableFuture<?> waiting = SampleCall.READ.on(limited.async);
            assertThat(waiting).isNotDone();
            waiting.cancel(true);
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @Test
    void interruptOfAWaitForTheRateLimiterReleasesThePermits() {
        UnaryOperator<Resilience.Builder> rateLimiter = exhaustedRateLimiter(Duration.ofDays(1));
        ResilienceFixture limited = halfOpen(builder ->
                rateLimiter.apply(builder).deadline(Duration.ofHours(23)).scheduler(new InterruptingScheduler()));

        for (int i = 0; i < CALLS; i++) {
            Throwable thrown = catchThrowable(() -> SampleCall.READ.on(limited.blocking));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                    .isEqualTo(Kind.INTERRUPTED));
        }

        assertThat(limited.transport.sent()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void interruptedRequestReleasesThePermits(Style style) {
        ResilienceFixture fixture = halfOpen(builder -> builder);
        fixture.transport.then(CALLS, transport(Kind.INTERRUPTED));

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ)).isInstanceOf(TransportException.class);
        }

        assertThat(fixture.transport.sent()).isEqualTo(CALLS);
    }

    @ParameterizedTest
    @EnumSource
    void rejectionByTheCircuitBreakerReleasesTheBulkhead(Style style) {
        circuitBreaker.transitionToOpenState();

        for (int i = 0; i < CALLS; i++) {
            assertThatThrownBy(() -> style.call(unlimited, SampleCall.READ))
                    .hasCauseInstanceOf(CallNotPermittedException.class);
        }

        circuitBreaker.transitionToHalfOpenState();
    }

    /** A scheduler in which every sleep is interrupted. */
    private static final class InterruptingScheduler implements Scheduler {
        private final Scheduler scheduler = new VirtualTimeScheduler();

        @Override
        public long nanoTime() {
            return scheduler.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            throw new InterruptedException();
        }

        @Override
        public Runnable schedule(Runnable task, Duration delay) {
            return scheduler.schedule(task, delay);
        }
    }
}
