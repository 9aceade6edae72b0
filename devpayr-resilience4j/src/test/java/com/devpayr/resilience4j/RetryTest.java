package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.DevPayr;
import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.call.CallOptions;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests backoff, number of attempts and the final exception. {@link RetryTableTest} covers the table of the
 * documentation.
 */
class RetryTest {
    @Test
    void backoffDoublesUpToItsMaximum() {
        FullJitterBackoff whole = new FullJitterBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 1);

        assertThat(List.of(whole.apply(1), whole.apply(2), whole.apply(3), whole.apply(5), whole.apply(6)))
                .containsExactly(200L, 400L, 800L, 3200L, 5000L);
        assertThat(whole.apply(Integer.MAX_VALUE)).isEqualTo(5000);
    }

    @Test
    void jitterCoversTheWholeInterval() {
        FullJitterBackoff none = new FullJitterBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 0);
        FullJitterBackoff half = new FullJitterBackoff(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 0.5);

        assertThat(none.apply(9)).isZero();
        assertThat(half.apply(2)).isEqualTo(200);
    }

    @Test
    void delaysGrowWithEachAttempt() {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(2, status(500));

        SampleCall.READ.on(fixture.blocking);

        assertThat(fixture.scheduler.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void defaultBackoffGrowsToFiveSeconds() {
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.retry(retry -> retry.maxAttempts(8)));
        fixture.transport.then(7, status(500));

        SampleCall.READ.on(fixture.blocking);

        assertThat(fixture.scheduler.sleeps())
                .containsExactly(
                        Duration.ofMillis(200),
                        Duration.ofMillis(400),
                        Duration.ofMillis(800),
                        Duration.ofMillis(1600),
                        Duration.ofMillis(3200),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void defaultJitterIsARandomFraction() {
        Set<Duration> delays = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            VirtualTimeScheduler scheduler = new VirtualTimeScheduler();
            ScriptedTransport transport = new ScriptedTransport();
            transport.then(status(500));
            SampleCall.READ.on(Resilience.builder().scheduler(scheduler).build().decorate(transport.blocking()));
            delays.addAll(scheduler.sleeps());
        }

        assertThat(delays).hasSizeGreaterThan(1).allMatch(delay -> delay.compareTo(Duration.ofMillis(200)) < 0);
    }

    @Test
    void defaultDeadlineIsThirtySeconds() {
        for (Duration wait : List.of(Duration.ofSeconds(29), Duration.ofSeconds(30))) {
            ResilienceFixture fixture = new ResilienceFixture();
            fixture.transport.then(status(429, wait));

            Throwable thrown = catchThrowable(() -> SampleCall.READ.on(fixture.blocking));

            assertThat(thrown == null).as("retried after %s", wait).isEqualTo(wait.toSeconds() < 30);
        }
    }

    @Test
    void retryAfterIsAddedToTheBackoff() {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(status(429, Duration.ofSeconds(7)));

        SampleCall.CREATE.on(fixture.blocking);

        assertThat(fixture.scheduler.sleeps()).containsExactly(Duration.ofMillis(7200));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitBeyondTheDeadline(Style style) {
        for (Duration absurd : List.of(Duration.ofSeconds(30), Duration.ofDays(4000), Duration.ofSeconds(1L << 60))) {
            ResilienceFixture fixture = new ResilienceFixture();
            fixture.transport.then(9, status(429, absurd));

            assertThatThrownBy(() -> style.call(fixture, SampleCall.READ))
                    .isInstanceOfSatisfying(RateLimitedException.class, refusal -> assertThat(refusal.retryAfter())
                            .isEqualTo(absurd));
            assertThat(fixture.transport.sent()).isEqualTo(1);
            assertThat(fixture.scheduler.sleeps()).isEmpty();
            assertThat(fixture.scheduler.scheduledTasks()).isZero();
        }
    }

    @Test
    void doesNotRetryAfterTheDeadline() {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport
                .then(9, transport(Kind.TIMEOUT))
                .during(() -> fixture.scheduler.advance(Duration.ofSeconds(15)));

        assertThatThrownBy(() -> SampleCall.READ.on(fixture.blocking)).isInstanceOf(TransportException.class);

        assertThat(fixture.transport.sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void notFoundIsASuccessWhenAnEarlierAttemptMayHaveDeleted(Style style) {
        for (SampleCall delete : SampleCall.deletes()) {
            for (ScriptedTransport.Fault fault :
                    List.of(transport(Kind.CONNECTION_LOST), transport(Kind.TIMEOUT), status(502), status(408))) {
                ResilienceFixture fixture = new ResilienceFixture();
                fixture.transport.then(fault, status(404));

                style.call(fixture, delete);

                assertThat(fixture.transport.sent()).as(delete.name()).isEqualTo(2);
            }
        }
    }

    @Test
    void everyDeleteOfTheApiIsTested() {
        assertThat(SampleCall.deletes())
                .extracting(delete -> delete.operation)
                .containsExactlyElementsOf(Stream.of(Operation.values())
                        .filter(operation -> operation.httpMethod().equals("DELETE"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void notFoundIsAFailureWhenNoEarlierAttemptCanHaveDeleted(Style style) {
        for (SampleCall delete : SampleCall.deletes()) {
            for (ScriptedTransport.Fault fault :
                    List.of(transport(Kind.CONNECT), status(429), status(503, Duration.ZERO))) {
                ResilienceFixture fixture = new ResilienceFixture();
                fixture.transport.then(fault, status(404));

                assertThatThrownBy(() -> style.call(fixture, delete)).isInstanceOf(NotFoundException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void notFoundIsAFailureForOtherOperations(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(transport(Kind.CONNECTION_LOST), status(404));

        assertThatThrownBy(() -> style.call(fixture, SampleCall.IDEMPOTENT)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void reportsAFailureThatMayHaveBeenSentRatherThanOneThatWasNot(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(transport(Kind.CONNECT), transport(Kind.CONNECTION_LOST), transport(Kind.CONNECT));

        Throwable thrown = catchThrowable(() -> style.call(fixture, SampleCall.IDEMPOTENT));

        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.CONNECTION_LOST));
        assertThat(thrown.getSuppressed()).hasSize(2);
    }

    @Test
    void interruptEndsAWaitAndKeepsTheFlag() {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(9, status(500)).during(() -> Thread.currentThread()
                .interrupt());

        Throwable thrown = catchThrowable(() -> SampleCall.READ.on(fixture.blocking));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.INTERRUPTED));
        assertThat(thrown.getSuppressed()).hasExactlyElementsOfTypes(ServerException.class);
        assertThat(fixture.transport.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void successIsReportedToResilience4j(Style style) {
        RetryRegistry registry = RetryRegistry.ofDefaults();
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.retryRegistry(registry));
        Retry retry = registry.retry("devpayr");
        List<Integer> retries = new ArrayList<>();
        retry.getEventPublisher().onSuccess(event -> retries.add(event.getNumberOfRetryAttempts()));
        fixture.transport.then(status(500));

        style.call(fixture, SampleCall.READ);
        style.call(fixture, SampleCall.READ);

        assertThat(retries).containsExactly(1);
        assertThat(retry.getMetrics().getNumberOfSuccessfulCallsWithRetryAttempt())
                .isEqualTo(1);
        assertThat(retry.getMetrics().getNumberOfSuccessfulCallsWithoutRetryAttempt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void deleteThatFindsNothingIsReportedToResilience4jAsASuccess(Style style) {
        RetryRegistry registry = RetryRegistry.ofDefaults();
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.retryRegistry(registry));
        fixture.transport.then(transport(Kind.CONNECTION_LOST), status(404));

        style.call(fixture, SampleCall.PROJECT_DELETE);

        assertThat(registry.retry("devpayr").getMetrics().getNumberOfSuccessfulCallsWithRetryAttempt())
                .isEqualTo(1);
    }

    @Test
    void configuredRetryDoesNotRepeatUnsafeRequests() {
        RetryRegistry registry = RetryRegistry.of(RetryConfig.custom()
                .maxAttempts(5)
                .waitDuration(Duration.ofMillis(7))
                .build());
        registry.retry("mine");
        ResilienceFixture fixture =
                new ResilienceFixture(builder -> builder.name("mine").retryRegistry(registry));
        fixture.transport.then(4, status(500));

        SampleCall.READ.on(fixture.blocking);
        assertThat(fixture.scheduler.sleeps()).hasSize(4).containsOnly(Duration.ofMillis(7));
        assertThat(registry.retry("mine").getMetrics().getNumberOfSuccessfulCallsWithRetryAttempt())
                .isEqualTo(1);

        fixture.transport.then(status(403));
        assertThatThrownBy(() -> SampleCall.READ.on(fixture.blocking)).hasMessageContaining("403");
        fixture.transport.then(transport(Kind.CONNECTION_LOST));
        assertThatThrownBy(() -> SampleCall.CREATE.on(fixture.blocking)).hasMessageContaining("may or may not");
        assertThat(fixture.transport.sent()).isEqualTo(7);
    }

    @Test
    void createIsNotRepeatedWhenAnotherInterceptorLosesTheResponse() {
        ScriptedTransport transport = new ScriptedTransport();
        CallInterceptor resilience = Resilience.builder()
                .scheduler(new VirtualTimeScheduler())
                .build()
                .interceptor();
        DevPayr devpayr = transport.blocking().with(call -> resilience.intercept(new ResponseLosingCall(call)));

        assertThatThrownBy(() -> SampleCall.CREATE.on(devpayr)).isInstanceOf(TransportException.class);

        assertThat(transport.sent()).isEqualTo(1);
    }

    /** A call whose response is lost between the transport and the retry. */
    private record ResponseLosingCall(Call call) implements Call {
        @Override
        public Operation operation() {
            return call.operation();
        }

        @Override
        public List<Object> arguments() {
            return call.arguments();
        }

        @Override
        public CallOptions options() {
            return call.options();
        }

        @Override
        public Object proceed() {
            Object lost = call.proceed();
            throw new TransportException(operation(), Kind.CONNECTION_LOST, new IllegalStateException("lost " + lost));
        }
    }

    @Test
    void retryCanBeCustomizedAndDisabled() {
        ResilienceFixture two = new ResilienceFixture(builder -> builder.retry(retry -> retry.maxAttempts(2)));
        two.transport.then(9, status(500));
        assertThatThrownBy(() -> SampleCall.READ.on(two.blocking)).isInstanceOf(ServerException.class);
        assertThat(two.transport.sent()).isEqualTo(2);

        ResilienceFixture once = new ResilienceFixture(Resilience.Builder::disableRetry);
        once.transport.then(9, status(500));
        assertThatThrownBy(() -> SampleCall.READ.on(once.blocking)).isInstanceOf(ServerException.class);
        assertThat(once.transport.sent()).isEqualTo(1);
    }

    @Test
    void rejectsInvalidDurations() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2))) {
            assertThatThrownBy(() -> Resilience.builder().deadline(bad))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("deadline");
            assertThatThrownBy(() -> Resilience.builder().backoff(bad, Duration.ofSeconds(1)))
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
