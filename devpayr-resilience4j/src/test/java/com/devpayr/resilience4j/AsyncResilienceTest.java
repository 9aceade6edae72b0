package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ApiException;
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

/** Tests cancellation and the deadline of asynchronous calls. */
class AsyncResilienceTest {
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
    private final ResilienceFixture fixture =
            new ResilienceFixture(builder -> builder.bulkheadRegistry(bulkheads).circuitBreakerRegistry(circuits));

    private void assertNothingIsHeld() {
        assertThat(fixture.scheduler.scheduledTasks()).as("scheduled tasks").isZero();
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .as("available bulkhead permissions")
                .isEqualTo(64);
    }

    private static Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isCompletedExceptionally();
        return requireNonNull(catchThrowable(result::join).getCause());
    }

    @Test
    void callReturnsWhileItWaitsForTheNextAttempt() {
        fixture.transport.then(status(500));
        CompletableFuture<?> result = SampleCall.READ.on(fixture.async);

        assertThat(fixture.scheduler.sleeps()).isEmpty();
        assertThat(result).isNotDone();
        fixture.scheduler.advance(Duration.ofMillis(199));
        assertThat(fixture.transport.sent()).isEqualTo(1);
        fixture.scheduler.advance(Duration.ofMillis(1));

        assertThat(result).isCompleted();
        assertThat(fixture.transport.sent()).isEqualTo(2);
        assertNothingIsHeld();
    }

    @Test
    void cancellationEndsTheBackoff() {
        fixture.transport.then(status(500));
        CompletableFuture<?> result = SampleCall.READ.on(fixture.async);

        result.cancel(true);

        assertNothingIsHeld();
        fixture.scheduler.advance(Duration.ofMinutes(1));
        assertThat(fixture.transport.sent()).isEqualTo(1);
    }

    @Test
    void cancellationEndsTheWaitForTheRateLimiter() {
        ResilienceFixture slow = new ResilienceFixture(
                builder -> builder.bulkheadRegistry(bulkheads).rateLimiter(rate -> rate.limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofSeconds(20))
                        .timeoutDuration(Duration.ofHours(1))));
        SampleCall.READ.on(slow.async);
        CompletableFuture<?> second = SampleCall.READ.on(slow.async);
        assertThat(second).isNotDone();

        second.cancel(true);

        assertThat(slow.scheduler.scheduledTasks()).isZero();
        assertNothingIsHeld();
        assertThat(slow.transport.sent()).isEqualTo(1);
    }

    @Test
    void cancellationReachesTheRequestAndIsNotRecorded() {
        fixture.transport.leavingPending();
        CompletableFuture<?> result = SampleCall.READ.on(fixture.async);

        result.cancel(true);

        assertThat(fixture.transport.nextPending()).isCancelled();
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfBufferedCalls())
                .isZero();
        assertNothingIsHeld();
    }

    @Test
    void deadlineCancelsTheRequestAndIsRecordedAsAnError() {
        fixture.transport.leavingPending();
        CompletableFuture<?> result = SampleCall.READ.on(fixture.async);

        fixture.scheduler.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(result).isNotDone();
        fixture.scheduler.advance(Duration.ofNanos(1));

        assertThat(failureOf(result)).isInstanceOfSatisfying(TransportException.class, late -> assertThat(late.kind())
                .isEqualTo(Kind.TIMEOUT));
        assertThat(fixture.transport.nextPending()).isCancelled();
        assertThat(circuits.circuitBreaker("devpayr").getMetrics().getNumberOfFailedCalls())
                .isEqualTo(1);
        assertNothingIsHeld();
    }

    @Test
    void createThatExceedsTheDeadlineHasAnUnknownOutcome() {
        fixture.transport.then(transport(Kind.CONNECT)).leavingPending();
        CompletableFuture<?> result = SampleCall.CREATE.on(fixture.async);

        fixture.scheduler.advance(Duration.ofSeconds(30));

        assertThat(failureOf(result))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("license.create");
        assertThat(failureOf(result).getSuppressed()).hasSize(1);
        assertThat(fixture.transport.sent()).isEqualTo(2);
    }

    @Test
    void failingEventListenerFailsTheCall() {
        RetryRegistry retries = RetryRegistry.ofDefaults();
        ResilienceFixture observed = new ResilienceFixture(builder -> builder.retryRegistry(retries));
        retries.retry("devpayr").getEventPublisher().onRetry(event -> {
            throw new IllegalStateException("listener");
        });
        observed.transport.then(status(500));

        CompletableFuture<?> result = SampleCall.READ.on(observed.async);

        assertThat(result)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessage("listener")
                .satisfies(thrown ->
                        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(ApiException.class));
        assertThat(observed.scheduler.scheduledTasks()).isZero();
    }

    @Test
    void systemSchedulerRunsDueTasks() throws InterruptedException {
        CountDownLatch due = new CountDownLatch(1);
        Scheduler timer = Scheduler.system();

        timer.schedule(due::countDown, Duration.ofMillis(1));

        assertThat(due.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void systemSchedulerHasTheClockOfTheJvm() {
        long before = System.nanoTime();
        long time = Scheduler.system().nanoTime();

        assertThat(time - before).isNotNegative();
        assertThat(System.nanoTime() - time).isNotNegative();
    }

    @Test
    void sleepOfTheSystemSchedulerEndsWithAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> Scheduler.system().sleep(Duration.ofHours(1)));
        assertThat(Thread.interrupted()).isFalse();
    }
}
