package com.devpayr.examples.billing;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are rejected or ignored. None of them reaches DevPayr or the dashboard. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhookTest {
    private final BillingFixture fixture;
    private final PaymentProvider provider;
    private final Instant now;
    private final String event;

    WebhookTest(@TempDir Path folder) {
        fixture = new BillingFixture(folder);
        provider = fixture.provider();
        now = fixture.fake.clock().instant();
        event = PaymentProvider.event("evt-1", "payment.succeeded", now, "B-1", "Jane Doe", "jane.example.com");
    }

    @AfterEach
    void verifyNothingHappened() throws Exception {
        assertThat(fixture.fake).receivedNothing();
        assertThat(new DashboardClient(fixture.port()).page()).contains("No payment has been reported yet.");
    }

    @AfterAll
    void end() {
        fixture.close();
    }

    @Test
    void rejectsAnUnsignedEvent() throws Exception {
        assertThat(provider.deliverUnsigned(event).statusCode()).isEqualTo(401);
    }

    @Test
    void rejectsAModifiedEvent() throws Exception {
        String signature = PaymentProvider.signature(event, now);

        assertThat(provider.deliver(event.replace("jane", "mallory"), signature).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(ints = {-301, 301})
    void rejectsAnOldOrFutureSignature(int seconds) throws Exception {
        assertThat(provider.deliver(event, PaymentProvider.signature(event, now.plusSeconds(seconds)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void rejectsAReplayedEventWithANewTime() throws Exception {
        String old = PaymentProvider.signature(event, now.minus(Duration.ofDays(1)));

        assertThat(provider.deliver(event, old.replaceFirst("t=\\d+", "t=" + now.getEpochSecond()))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1", "v1=00", "t=99999999999999999999,v1=00", "t=1,v1=zz", "t=-1,v1=00"})
    void rejectsAMalformedSignature(String signature) throws Exception {
        assertThat(provider.deliver(event, signature).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<xml/>",
                "{\"type\": \"payment.succeeded\"}",
                "{\"type\": \"payment.succeeded\", \"id\": \"../../etc\", \"occurredAt\": \"2026-01-01T00:00:00Z\","
                        + " \"order\": \"B-1\", \"customer\": \"Jane\", \"domain\": \"jane.example.com\"}"
            })
    void rejectsSignedContentThatIsNotAnEvent(String body) throws Exception {
        assertThat(provider.deliver(body).statusCode()).isEqualTo(400);
    }

    @Test
    void ignoresUnknownEventTypes() throws Exception {
        assertThat(provider.deliver("{\"type\": \"customer.updated\"}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void rejectsAnEventThatIsTooLarge() throws Exception {
        assertThat(provider.deliver("x".repeat(64 * 1024 + 1)).statusCode()).isEqualTo(413);
    }
}
