package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.ScriptedTransport.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.resilience4j.ResilienceFixture.Style;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.internal.log.RecordedLog;
import com.devpayr.testkit.model.StubResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number of attempts of a call, on its exception and in the log of requests. */
class AttemptsTest {
    @ParameterizedTest
    @EnumSource
    void exceptionHasTheNumberOfAttempts(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(9, status(500));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> style.call(fixture, SampleCall.READ))
                .satisfies(failure -> assertThat(failure.attempts()).isEqualTo(3))
                .withMessageEndingWith("(after 3 attempts)");
        assertThat(fixture.transport.sent()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void callThatIsNotRetriedHasOneAttempt(Style style) {
        ResilienceFixture fixture = new ResilienceFixture();
        fixture.transport.then(status(422));

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> style.call(fixture, SampleCall.READ))
                .satisfies(failure -> {
                    assertThat(failure.attempts()).isEqualTo(1);
                    assertThat(failure.getMessage()).doesNotContain("attempts");
                });
    }

    @ParameterizedTest
    @EnumSource
    void callThatIsRejectedHasNoAttempt(Style style) {
        ResilienceFixture fixture = new ResilienceFixture(builder -> builder.disableRetry()
                .circuitBreaker(breaker -> breaker.minimumNumberOfCalls(2).slidingWindowSize(2)));
        fixture.transport.then(9, status(500));
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(() -> style.call(fixture, SampleCall.READ));
        }

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> style.call(fixture, SampleCall.READ))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(TransportException.Kind.REJECTED_LOCALLY);
                    assertThat(failure.attempts()).isZero();
                });
    }

    @Test
    void logNumbersTheAttempts() {
        RecordedLog log = new RecordedLog();
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain("shop.example.com")
                .log(LogLevel.INFO)
                .logger(log)
                .build();
        DevPayr blocking = Resilience.builder()
                .scheduler(new VirtualTimeScheduler())
                .build()
                .decorate(fake.connect(config));
        AsyncDevPayr async = Resilience.builder()
                .retry(retry -> retry.maxAttempts(1))
                .build()
                .decorate(fake.connectAsync(config));

        fake.stubNext(
                Operation.PROJECT_LIST,
                StubResponse.of(503).header("Retry-After", "0").times(2));
        blocking.projects().listAll().forEach(project -> {});
        async.projects().list(PageRequest.first()).join();

        assertThat(log.lines())
                .extracting(line -> line.replaceAll(" in .*", ""))
                .containsExactly(
                        "project.list attempt 1: 503",
                        "project.list attempt 2: 503",
                        "project.list attempt 3: 200",
                        "project.list attempt 1: 200");
    }
}
