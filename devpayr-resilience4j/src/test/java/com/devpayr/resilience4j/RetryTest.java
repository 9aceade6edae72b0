package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.Script.status;
import static com.devpayr.resilience4j.Script.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.DevPayr;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.resilience4j.Bench.Style;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long is waited, how often is tried, and what is thrown in the end. The table has a test of its own. */
class RetryTest {
    @Test
    void backOffDoublesUpToItsLongest() {
        FullJitter whole = new FullJitter(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 1);

        assertThat(List.of(whole.apply(1), whole.apply(2), whole.apply(3), whole.apply(5), whole.apply(6)))
                .containsExactly(200L, 400L, 800L, 3200L, 5000L);
        assertThat(whole.apply(Integer.MAX_VALUE)).isEqualTo(5000);
    }

    @Test
    void jitterIsFull() {
        FullJitter none = new FullJitter(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 0);
        FullJitter half = new FullJitter(Duration.ofMillis(200), Duration.ofSeconds(5), () -> 0.5);

        assertThat(none.apply(9)).isZero();
        assertThat(half.apply(2)).isEqualTo(200);
    }

    @Test
    void waitsGrowFromTryToTry() {
        Bench bench = new Bench();
        bench.script.then(2, status(500));

        Sample.READ.on(bench.blocking);

        assertThat(bench.timer.waits()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void whatDevPayrAsksForComesOnTopOfTheBackOff() {
        Bench bench = new Bench();
        bench.script.then(status(429, Duration.ofSeconds(7)));

        Sample.CREATE.on(bench.blocking);

        assertThat(bench.timer.waits()).containsExactly(Duration.ofMillis(7200));
    }

    @ParameterizedTest
    @EnumSource
    void aWaitThatWouldPassTheDeadlineIsNotBegun(Style style) {
        for (Duration absurd : List.of(Duration.ofSeconds(30), Duration.ofDays(4000), Duration.ofSeconds(1L << 60))) {
            Bench bench = new Bench();
            bench.script.then(9, status(429, absurd));

            assertThatThrownBy(() -> style.call(bench, Sample.READ))
                    .isInstanceOfSatisfying(RateLimitedException.class, refusal -> assertThat(refusal.retryAfter())
                            .isEqualTo(absurd));
            assertThat(bench.script.sent()).isEqualTo(1);
            assertThat(bench.timer.waits()).isEmpty();
            assertThat(bench.timer.waiting()).isZero();
        }
    }

    @Test
    void tryingIsOverWhenTheTriesHaveTakenTheDeadlinesTime() {
        Bench bench = new Bench();
        bench.script.then(9, transport(Kind.TIMEOUT)).during(() -> bench.timer.advance(Duration.ofSeconds(15)));

        assertThatThrownBy(() -> Sample.READ.on(bench.blocking)).isInstanceOf(TransportException.class);

        assertThat(bench.script.sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aDeleteThatFindsNothingAfterATryThatMayHaveDeletedIsASuccess(Style style) {
        for (Script.Fault fault : List.of(transport(Kind.BROKEN), transport(Kind.TIMEOUT), status(502), status(408))) {
            Bench bench = new Bench();
            bench.script.then(fault, status(404));

            style.call(bench, Sample.DELETE);

            assertThat(bench.script.sent()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeleteThatFindsNothingAfterATryThatNeverArrivedFoundNothing(Style style) {
        for (Script.Fault fault : List.of(transport(Kind.CONNECT), status(429), status(503, Duration.ZERO))) {
            Bench bench = new Bench();
            bench.script.then(fault, status(404));

            assertThatThrownBy(() -> style.call(bench, Sample.DELETE)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseThatFindsNothingIsASuccess(Style style) {
        Bench bench = new Bench();
        bench.script.then(transport(Kind.BROKEN), status(404));

        assertThatThrownBy(() -> style.call(bench, Sample.IDEMPOTENT)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void noExceptionSaysThatNothingLeftWhenSomethingDid(Style style) {
        Bench bench = new Bench();
        bench.script.then(transport(Kind.CONNECT), transport(Kind.BROKEN), transport(Kind.CONNECT));

        Throwable thrown = catchThrowable(() -> style.call(bench, Sample.IDEMPOTENT));

        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.BROKEN));
        assertThat(thrown.getSuppressed()).hasSize(2);
    }

    @Test
    void anInterruptEndsAWaitAtOnceAndKeepsTheFlag() {
        Bench bench = new Bench();
        bench.script.then(9, status(500)).during(() -> Thread.currentThread().interrupt());

        Throwable thrown = catchThrowable(() -> Sample.READ.on(bench.blocking));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.INTERRUPTED));
        assertThat(thrown.getSuppressed()).hasExactlyElementsOfTypes(ServerException.class);
        assertThat(bench.script.sent()).isEqualTo(1);
    }

    @Test
    void aCallersRegistryIsUsedButMeaningStillDecides() {
        RetryRegistry registry = RetryRegistry.of(RetryConfig.custom()
                .maxAttempts(5)
                .waitDuration(Duration.ofMillis(7))
                .build());
        registry.retry("mine");
        Bench bench = new Bench(builder -> builder.name("mine").retries(registry));
        bench.script.then(4, status(500));

        Sample.READ.on(bench.blocking);
        assertThat(bench.timer.waits()).hasSize(4).containsOnly(Duration.ofMillis(7));
        assertThat(registry.retry("mine").getMetrics().getNumberOfSuccessfulCallsWithRetryAttempt())
                .isEqualTo(1);

        bench.script.then(status(403));
        assertThatThrownBy(() -> Sample.READ.on(bench.blocking)).hasMessageContaining("403");
        bench.script.then(transport(Kind.BROKEN));
        assertThatThrownBy(() -> Sample.CREATE.on(bench.blocking)).hasMessageContaining("may or may not");
        assertThat(bench.script.sent()).isEqualTo(7);
    }

    @Test
    void aCreateThatWasLostBetweenTransportAndRetryIsNotRepeatedEither() {
        Script script = new Script();
        DevPayr losing = DevPayr.of(script, () -> {}).with(call -> {
            Object lost = call.proceed();
            throw new TransportException(call.operation(), Kind.BROKEN, new IllegalStateException("lost " + lost));
        });
        DevPayr resilient = Resilience.builder().timer(new HandTimer()).build().around(losing);

        assertThatThrownBy(() -> Sample.CREATE.on(resilient)).isInstanceOf(TransportException.class);

        assertThat(script.sent()).isEqualTo(1);
    }

    @Test
    void retryCanBeChangedAndSwitchedOff() {
        Bench two = new Bench(builder -> builder.retry(retry -> retry.maxAttempts(2)));
        two.script.then(9, status(500));
        assertThatThrownBy(() -> Sample.READ.on(two.blocking)).isInstanceOf(ServerException.class);
        assertThat(two.script.sent()).isEqualTo(2);

        Bench once = new Bench(Resilience.Builder::withoutRetry);
        once.script.then(9, status(500));
        assertThatThrownBy(() -> Sample.READ.on(once.blocking)).isInstanceOf(ServerException.class);
        assertThat(once.script.sent()).isEqualTo(1);
    }

    @Test
    void aTimeThatCannotBeIsRefusedByName() {
        for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(2))) {
            assertThatThrownBy(() -> Resilience.builder().deadline(bad))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("deadline");
            assertThatThrownBy(() -> Resilience.builder().backOff(bad, Duration.ofSeconds(1)))
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
