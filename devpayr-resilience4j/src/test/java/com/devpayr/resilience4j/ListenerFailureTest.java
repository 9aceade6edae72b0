package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static com.devpayr.resilience4j.ScriptedTransport.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallOptions;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.core.EventConsumer;
import io.github.resilience4j.retry.RetryRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests calls during which the application's code throws: listeners for Resilience4j events and interceptors. */
class ListenerFailureTest {
    private final IllegalStateException expected = new IllegalStateException("listener");

    private final RetryRegistry retries = RetryRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final ResilienceFixture fixture =
            new ResilienceFixture(builder -> builder.retryRegistry(retries).bulkheadRegistry(bulkheads));
    private final List<Throwable> reported = new ArrayList<>();

    @BeforeEach
    void recordReports() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
    }

    @AfterEach
    void nothingIsHeld() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
        assertThat(bulkheads.bulkhead("devpayr").getMetrics().getAvailableConcurrentCalls())
                .isEqualTo(64);
        assertThat(fixture.scheduler.scheduledTasks()).isZero();
    }

    private <T> EventConsumer<T> failing() {
        return event -> {
            throw expected;
        };
    }

    @ParameterizedTest
    @EnumSource
    void successListenerOfTheRetryDoesNotFailTheCall(Style style) {
        retries.retry("devpayr").getEventPublisher().onSuccess(failing());
        fixture.transport.then(status(500));

        style.call(fixture, SampleCall.READ);

        assertThat(fixture.transport.sent()).isEqualTo(2);
        assertThat(reported).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void listenerOfTheBulkheadDoesNotFailTheCall(Style style) {
        bulkheads.bulkhead("devpayr").getEventPublisher().onCallFinished(failing());

        style.call(fixture, SampleCall.CREATE);

        assertThat(fixture.transport.sent()).isEqualTo(1);
        assertThat(reported).containsExactly(expected);
    }

    @Test
    void listenerOfTheBulkheadDoesNotPreventTheDeadline() {
        bulkheads.bulkhead("devpayr").getEventPublisher().onCallFinished(failing());
        fixture.transport.leavingPending();
        CompletableFuture<?> result = SampleCall.READ.on(fixture.async);

        fixture.scheduler.advance(Duration.ofSeconds(30));

        assertThat(result).isCompletedExceptionally();
        assertThat(catchThrowable(result::join))
                .cause()
                .isInstanceOfSatisfying(TransportException.class, late -> assertThat(late.kind())
                        .isEqualTo(Kind.TIMEOUT));
    }

    @Test
    void listenerOfTheRetryEndsACallWhoseNextAttemptIsRejected() {
        ResilienceFixture sensitive = new ResilienceFixture(
                builder -> builder.retryRegistry(retries).circuitBreaker(circuit -> circuit.minimumNumberOfCalls(1)));
        retries.retry("devpayr").getEventPublisher().onIgnoredError(failing());
        sensitive.transport.then(transport(Kind.CONNECTION_LOST));
        CompletableFuture<?> result = SampleCall.READ.on(sensitive.async);
        assertThat(result).isNotDone();

        sensitive.scheduler.advance(Duration.ofMillis(200));

        assertThat(result).isCompletedExceptionally();
        assertThat(sensitive.scheduler.scheduledTasks()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void checkedExceptionFailsTheCall(Style style) {
        IOException checked = new IOException("of an interceptor in Kotlin");
        fixture.transport.during(() -> {
            throw Sneaky.rethrow(checked);
        });

        assertThatThrownBy(() -> style.call(fixture, SampleCall.READ))
                .matches(thrown -> thrown == checked || thrown.getCause() == checked, "is or has the exception");
    }

    @Test
    void checkedExceptionOfAnAsynchronousCallFailsItsFuture() {
        IOException checked = new IOException("of another library");

        CompletableFuture<?> result = Resilience.builder()
                .bulkheadRegistry(bulkheads)
                .build()
                .asyncInterceptor()
                .intercept(new FailingCall(checked));

        assertThat(result).isCompletedExceptionally();
        assertThat(catchThrowable(result::join)).hasCause(checked);
    }

    private record FailingCall(Throwable failure) implements AsyncCall {
        @Override
        public Operation operation() {
            return Operation.PAYMENT_CHECK;
        }

        @Override
        public List<Object> arguments() {
            return List.of();
        }

        @Override
        public CallOptions options() {
            return CallOptions.builder().build();
        }

        @Override
        public CompletableFuture<?> proceed() {
            throw Sneaky.rethrow(failure);
        }
    }
}
