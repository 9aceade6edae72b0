package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.Script.status;
import static com.devpayr.resilience4j.Script.transport;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What only the asynchronous style can do: be cancelled, and end at its deadline. */
class AsyncTest {
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
    private final Bench bench =
            new Bench(builder -> builder.bulkheads(bulkheads).circuitBreakers(circuits));

    private void assertNothingIsLeft() {
        assertThat(bench.timer.waiting()).as("waits").isZero();
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .as("places")
                .isEqualTo(64);
    }

    private static Throwable failureOf(CompletableFuture<?> answer) {
        assertThat(answer).isCompletedExceptionally();
        return requireNonNull(catchThrowable(answer::join).getCause());
    }

    @Test
    void aCallReturnsAtOnceWhileItWaitsForItsNextTry() {
        bench.script.then(status(500));
        CompletableFuture<?> answer = Sample.READ.on(bench.async);

        assertThat(bench.timer.waits()).isEmpty();
        assertThat(answer).isNotDone();
        bench.timer.advance(Duration.ofMillis(199));
        assertThat(bench.script.sent()).isEqualTo(1);
        bench.timer.advance(Duration.ofMillis(1));

        assertThat(answer).isCompleted();
        assertThat(bench.script.sent()).isEqualTo(2);
        assertNothingIsLeft();
    }

    @Test
    void aCancelEndsTheWaitForTheNextTry() {
        bench.script.then(status(500));
        CompletableFuture<?> answer = Sample.READ.on(bench.async);

        answer.cancel(true);

        assertNothingIsLeft();
        bench.timer.advance(Duration.ofMinutes(1));
        assertThat(bench.script.sent()).isEqualTo(1);
    }

    @Test
    void aCancelEndsTheWaitForATurn() {
        Bench slow = new Bench(builder -> builder.bulkheads(bulkheads).rateLimiter(rate -> rate.limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofSeconds(20))
                .timeoutDuration(Duration.ofHours(1))));
        Sample.READ.on(slow.async);
        CompletableFuture<?> second = Sample.READ.on(slow.async);
        assertThat(second).isNotDone();

        second.cancel(true);

        assertThat(slow.timer.waiting()).isZero();
        assertNothingIsLeft();
        assertThat(slow.script.sent()).isEqualTo(1);
    }

    @Test
    void aCancelReachesTheRequestAndSaysNothingAboutDevPayr() {
        bench.script.leavingOpen();
        CompletableFuture<?> answer = Sample.READ.on(bench.async);

        answer.cancel(true);

        assertThat(bench.script.open()).isCancelled();
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfBufferedCalls())
                .isZero();
        assertNothingIsLeft();
    }

    @Test
    void theDeadlineEndsARequestAndCountsAsTrouble() {
        bench.script.leavingOpen();
        CompletableFuture<?> answer = Sample.READ.on(bench.async);

        bench.timer.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(answer).isNotDone();
        bench.timer.advance(Duration.ofNanos(1));

        assertThat(failureOf(answer)).isInstanceOfSatisfying(TransportException.class, late -> assertThat(late.kind())
                .isEqualTo(Kind.TIMEOUT));
        assertThat(bench.script.open()).isCancelled();
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfFailedCalls())
                .isEqualTo(1);
        assertNothingIsLeft();
    }

    @Test
    void aCreateThatRunsIntoTheDeadlineHasAnUnknownOutcome() {
        bench.script.then(transport(Kind.CONNECT)).leavingOpen();
        CompletableFuture<?> answer = Sample.CREATE.on(bench.async);

        bench.timer.advance(Duration.ofSeconds(30));

        assertThat(failureOf(answer))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("license.create");
        assertThat(failureOf(answer).getSuppressed()).hasSize(1);
        assertThat(bench.script.sent()).isEqualTo(2);
    }

    @Test
    void aListenerThatThrowsLosesNoCall() {
        RetryRegistry retries = RetryRegistry.ofDefaults();
        Bench heard = new Bench(builder -> builder.retries(retries));
        retries.retry("devpayr").getEventPublisher().onRetry(event -> {
            throw new IllegalStateException("listener");
        });
        heard.script.then(status(500));

        CompletableFuture<?> answer = Sample.READ.on(heard.async);

        assertThat(answer).isCompletedExceptionally();
        assertThat(heard.timer.waiting()).isZero();
    }

    @Test
    void theMachinesTimerRunsWhatIsDue() throws InterruptedException {
        CountDownLatch due = new CountDownLatch(1);
        Timer timer = Timer.system();

        timer.schedule(due::countDown, Duration.ofMillis(1));

        assertThat(due.await(10, TimeUnit.SECONDS)).isTrue();
        long before = timer.nanoTime();
        timer.sleep(Duration.ofNanos(1));
        assertThat(timer.nanoTime()).isGreaterThan(before);
    }
}
