package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ResilienceFixture.assertRejected;
import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the bulkhead. */
class BulkheadTest {
    @Test
    void fullBulkheadRejectsCallsUntilOneCompletes() {
        ResilienceFixture fixture =
                new ResilienceFixture(builder -> builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(1)));
        fixture.transport.leavingPending();
        CompletableFuture<?> first = SampleCall.READ.on(fixture.async);

        assertRejected(catchThrowable(() -> SampleCall.READ.on(fixture.blocking)), BulkheadFullException.class);
        assertRejected(
                catchThrowable(() -> Style.ASYNCHRONOUS.call(fixture, SampleCall.READ)), BulkheadFullException.class);
        fixture.transport.nextPending().complete(null);
        assertThat(first).isCompleted();

        SampleCall.READ.on(fixture.blocking);
    }

    @Test
    void backoffHoldsNoBulkheadPermission() {
        ResilienceFixture fixture =
                new ResilienceFixture(builder -> builder.bulkhead(bulkhead -> bulkhead.maxConcurrentCalls(1)));
        fixture.transport.then(status(500));
        CompletableFuture<?> first = SampleCall.READ.on(fixture.async);
        assertThat(first).isNotDone();

        SampleCall.READ.on(fixture.blocking);
    }

    @Test
    void asynchronousClientRejectsABlockingBulkhead() {
        BulkheadRegistry waiting = BulkheadRegistry.of(
                BulkheadConfig.custom().maxWaitDuration(Duration.ofSeconds(1)).build());
        waiting.bulkhead("devpayr");
        Resilience resilience = Resilience.builder().bulkheadRegistry(waiting).build();
        ScriptedTransport transport = new ScriptedTransport();

        assertThatThrownBy(() -> resilience.decorate(transport.async()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maxWaitDuration");
        SampleCall.READ.on(resilience.decorate(transport.blocking()));
    }

    private static BulkheadRegistry bulkheadWithMaxWait(Duration maxWait) {
        BulkheadRegistry waiting = BulkheadRegistry.of(
                BulkheadConfig.custom().maxWaitDuration(maxWait).build());
        waiting.bulkhead("devpayr");
        return waiting;
    }

    @Test
    void bulkheadMustNotWaitUntilTheDeadline() {
        Resilience.Builder builder = Resilience.builder()
                .deadline(Duration.ofSeconds(7))
                .bulkheadRegistry(bulkheadWithMaxWait(Duration.ofSeconds(7)));

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("maxWaitDuration of PT7S; it must be shorter than the deadline of PT7S");
        builder.deadline(Duration.ofSeconds(7).plusNanos(1)).build();
    }

    @ParameterizedTest
    @CsvSource({"29799, 2", "29800, 1"})
    void callIsNotRepeatedIfTheBulkheadCouldWaitBeyondTheDeadline(int maxWaitMillis, int requests) {
        ScriptedTransport transport = new ScriptedTransport().then(status(500));
        Resilience resilience = Resilience.builder()
                .scheduler(new VirtualTimeScheduler())
                .random(() -> 1) // the backoff is 200 ms
                .bulkheadRegistry(bulkheadWithMaxWait(Duration.ofMillis(maxWaitMillis)))
                .build();

        Throwable thrown = catchThrowable(() -> SampleCall.READ.on(resilience.decorate(transport.blocking())));

        assertThat(transport.sent()).isEqualTo(requests);
        assertThat(thrown instanceof ServerException).isEqualTo(requests == 1);
    }

    @Test
    void waitForTheRateLimiterIsLimitedByTheTimeThatTheBulkheadLeaves() {
        BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
        ResilienceFixture fixture = new ResilienceFixture(
                builder -> builder.bulkheadRegistry(bulkheads).rateLimiter(rate -> rate.limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofSeconds(20))
                        .timeoutDuration(Duration.ofHours(1))));
        SampleCall.READ.on(fixture.blocking);
        bulkheads
                .bulkhead("devpayr")
                .getEventPublisher()
                .onCallPermitted(event -> fixture.scheduler.advance(Duration.ofSeconds(29)));

        assertRejected(catchThrowable(() -> SampleCall.READ.on(fixture.blocking)), RequestNotPermitted.class);
        assertThat(fixture.transport.sent()).isEqualTo(1);
    }

    @Test
    void interruptedThreadGetsInterruptedInsteadOfBulkheadFull() {
        ResilienceFixture fixture = new ResilienceFixture();
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(() -> SampleCall.READ.on(fixture.blocking));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                .isEqualTo(Kind.INTERRUPTED));
    }
}
