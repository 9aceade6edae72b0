package com.devpayr.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.Secret;
import com.devpayr.webhook.DomainCreated;
import com.devpayr.webhook.LicenseDeleted;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.LicenseRevoked;
import com.devpayr.webhook.ProjectUpdated;
import com.devpayr.webhook.UnknownEvent;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookEventType;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookVerifier;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {
    private static final Secret SECRET = Secret.of("whsec-acme-42");
    private static final Instant NOW = Instant.ofEpochSecond(1_764_000_000);
    private static final String LICENSE = """
            {"id": 3, "uuid": "0197a0b1-5f00-7000-8000-00000000cafe", "project_id": 7, "title": "Pro", "status": "revoked", \
            "expires_at": null, "is_test_license": 0, "new_field": {"a": [1]}}""";

    private final WebhookVerifier verifier = WebhookVerifier.builder(SECRET)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();
    private final Webhooks webhooks = Webhooks.create(verifier);
    private final Map<String, String> headers = new HashMap<>();

    private static String event(String type, String id, String data) {
        return "{\"event\": \"" + type + "\", \"id\": \"" + id
                + "\", \"created_at\": \"2026-11-26T10:20:30.123456Z\", \"extra\": true, \"data\": " + data + "}";
    }

    private byte[] signed(String body) {
        return signed(body, NOW);
    }

    private byte[] signed(String body, Instant time) {
        byte[] bytes = body.getBytes(UTF_8);
        String timestamp = String.valueOf(time.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.reveal().getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            headers.put("X-Devpayr-Signature", HexFormat.of().formatHex(mac.doFinal(bytes)));
            headers.put("X-Devpayr-Timestamp", timestamp);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes;
    }

    private WebhookEvent read(String body) {
        return webhooks.read(headers::get, signed(body));
    }

    private static void assertRejected(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(WebhookRejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }

    @Test
    void readsALicense() {
        String body = event("license.revoked", "evt-1", LICENSE);

        LicenseRevoked event = (LicenseRevoked) read(body);

        assertThat(event.id()).isEqualTo("evt-1");
        assertThat(event.type()).isEqualTo(WebhookEventType.LICENSE_REVOKED);
        assertThat(event.createdAt()).isEqualTo("2026-11-26T10:20:30.123456Z");
        assertThat(event.projectId()).isEqualTo(7);
        assertThat(event.license()).satisfies(license -> {
            assertThat(license.id()).isEqualTo(3);
            assertThat(license.title()).isEqualTo("Pro");
            assertThat(license.status()).isEqualTo(LicenseStatus.REVOKED);
        });
        assertThat(event.data()).containsEntry("new_field", Map.of("a", List.of(1)));
        assertThat(event.body()).isEqualTo(body);
    }

    @Test
    void readsAnIdThatIsANumber() {
        assertThat(read("{\"event\": \"license.revoked\", \"id\": 42, \"data\": " + LICENSE + "}")
                        .id())
                .isEqualTo("42");
    }

    @Test
    void readsAProject() {
        ProjectUpdated event = (ProjectUpdated) read(
                event("project.updated", "evt-1", "{\"id\": 7, \"name\": \"Acme\", \"slug\": \"acme\", \"meta\": []}"));

        assertThat(event.project())
                .satisfies(project -> assertThat(project.name()).isEqualTo("Acme"));
        assertThat(event.projectId()).isEqualTo(7);
    }

    @Test
    void readsADomain() {
        DomainCreated event = (DomainCreated) read(
                event("domain.created", "evt-1", "{\"id\": 4, \"project_id\": 7, \"domain\": \"shop.example.com\"}"));

        assertThat(event.domain())
                .satisfies(domain -> assertThat(domain.domain()).isEqualTo("shop.example.com"));
        assertThat(event.projectId()).isEqualTo(7);
    }

    @Test
    void keepsUnknownTypes() {
        assertThat(read(event("license.suspended", "evt-1", LICENSE)))
                .isExactlyInstanceOf(LicenseEvent.class)
                .extracting(event -> ((LicenseEvent) event).license())
                .isNotNull();
        WebhookEvent unknown = read(event("account.closed", "evt-2", "{\"id\": 1}"));
        assertThat(unknown).isInstanceOf(UnknownEvent.class);
        assertThat(unknown.data()).containsEntry("id", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": 3, \"project_id\": 7}", "{\"id\": \"x\", \"project_id\": 7, \"uuid\": []}"})
    void anEventWithoutACompleteResourceIsKept(String data) {
        LicenseDeleted event = (LicenseDeleted) read(event("license.deleted", "evt-1", data));

        assertThat(event.license()).isNull();
        assertThat(event.projectId()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\""})
    void dataThatIsNotAnObjectIsIgnored(String data) {
        WebhookEvent event = read(event("license.deleted", "evt-1", data));

        assertThat(event.data()).isEmpty();
        assertThat(event.body()).endsWith(data + "}");
    }

    @Test
    void readsTypeAndIdFromTheHeadersIfTheBodyHasNone() {
        headers.put("X-Devpayr-Event", "license.revoked");
        headers.put("X-Devpayr-Delivery", "evt-9");

        WebhookEvent event = read("{\"data\": " + LICENSE + ", \"created_at\": \"yesterday\"}");

        assertThat(event).isInstanceOf(LicenseRevoked.class);
        assertThat(event.id()).isEqualTo("evt-9");
        assertThat(event.createdAt()).isNull();
    }

    @Test
    void theSignedBodyWinsOverTheHeaders() {
        headers.put("X-Devpayr-Event", "license.deleted");
        headers.put("X-Devpayr-Delivery", "evt-9");

        WebhookEvent event = read(event("license.revoked", "evt-1", LICENSE));

        assertThat(event).isInstanceOf(LicenseRevoked.class);
        assertThat(event.id()).isEqualTo("evt-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"license.revoked\"",
                "{}",
                "{\"event\": 1} {}",
                "{\"event\": \" \"}",
                "<html>"
            })
    void rejectsBodiesThatAreNotEvents(String body) {
        assertRejected(Reason.MALFORMED, () -> read(body));
    }

    @Test
    void messagesContainNoContent() {
        assertThatThrownBy(() -> read("{\"uuid\": \"canary-1\", \"id\": canary-2"))
                .isInstanceOf(WebhookRejectedException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void rejectsAForgery() {
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));
        body[body.length - 2] = ' ';

        assertRejected(Reason.INVALID_SIGNATURE, () -> webhooks.read(headers::get, body));
    }

    @Test
    void anEventIsReadOnceAlsoIfItIsSignedAgain() {
        String body = event("license.revoked", "evt-1", LICENSE);
        read(body);

        assertRejected(Reason.DUPLICATE, () -> read(body));
        byte[] later = signed(body, NOW.plusSeconds(60));
        assertRejected(Reason.DUPLICATE, () -> webhooks.read(headers::get, later));
        assertThat(read(event("license.revoked", "evt-2", LICENSE)).id()).isEqualTo("evt-2");
    }

    @Test
    void anotherDeliveryHeaderDoesNotMakeARepetitionNew() {
        String body = "{\"event\": \"license.revoked\", \"data\": " + LICENSE + "}";
        headers.put("X-Devpayr-Delivery", "evt-1");
        read(body);

        headers.put("X-Devpayr-Delivery", "evt-2");

        assertRejected(Reason.DUPLICATE, () -> read(body));
    }

    @Test
    void handlesAnEventAgainIfTheHandlerFails() throws Exception {
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));
        List<WebhookEvent> handled = new ArrayList<>();

        assertThatThrownBy(() -> webhooks.handle(headers::get, body, event -> {
                    throw new IllegalStateException("the database is down");
                }))
                .hasMessage("the database is down");
        webhooks.handle(headers::get, new ByteArrayInputStream(body), handled::add);

        assertThat(handled).hasSize(1);
        assertRejected(Reason.DUPLICATE, () -> webhooks.handle(headers::get, body, handled::add));
        assertThat(handled).hasSize(1);
    }

    @Test
    void aRepetitionDuringProcessingIsRejectedSoThatItIsSentAgain() {
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));
        WebhookDelivery delivery = webhooks.receive(headers::get, body);

        assertThatThrownBy(() -> webhooks.receive(headers::get, body))
                .isInstanceOfSatisfying(WebhookRejectedException.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.IN_PROGRESS);
                    assertThat(rejected.status()).isEqualTo(409);
                });

        delivery.complete();
        assertRejected(Reason.DUPLICATE, () -> webhooks.receive(headers::get, body));
    }

    @Test
    void aReleasedDeliveryIsReceivedAgain() {
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));
        webhooks.receive(headers::get, body).release();

        assertThat(webhooks.receive(headers::get, body).event().id()).isEqualTo("evt-1");
    }

    @Test
    void aFleetSharesAStore() {
        WebhookReplayStore shared = WebhookReplayStore.memory();
        Webhooks other = Webhooks.create(verifier).withReplayStore(shared);
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));
        webhooks.withReplayStore(shared).read(headers::get, body);

        assertRejected(Reason.DUPLICATE, () -> other.read(headers::get, body));
        assertThat(webhooks.read(headers::get, body).id()).isEqualTo("evt-1");
    }

    private static WebhookReplayStore failingOnRelease(RuntimeException failure) {
        return new WebhookReplayStore() {
            @Override
            public Claim claim(String id, Duration timeout) {
                return Claim.ACQUIRED;
            }

            @Override
            public void complete(String id, Duration retention) {}

            @Override
            public void release(String id) {
                throw failure;
            }
        };
    }

    @Test
    void theFailureOfTheHandlerIsReportedAlsoIfTheStoreFails() {
        IllegalStateException unavailable = new IllegalStateException("the store is down");
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));

        assertThatThrownBy(() -> webhooks.withReplayStore(failingOnRelease(unavailable))
                        .handle(headers::get, body, event -> {
                            throw new IllegalStateException("the database is down");
                        }))
                .hasMessage("the database is down")
                .hasSuppressedException(unavailable);
    }

    @Test
    void reportsAnExceptionThatHandlerAndStoreThrow() {
        IllegalStateException unavailable = new IllegalStateException("the database is down");
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE));

        assertThatThrownBy(() -> webhooks.withReplayStore(failingOnRelease(unavailable))
                        .handle(headers::get, body, event -> {
                            throw unavailable;
                        }))
                .isSameAs(unavailable);
    }

    @Test
    void rejectsALargeStream() {
        Webhooks small =
                Webhooks.create(WebhookVerifier.builder(SECRET).maxBodyBytes(10).build());

        assertThat(small.maxBodyBytes()).isEqualTo(10);
        assertRejected(
                Reason.TOO_LARGE,
                () -> small.handle(headers::get, new ByteArrayInputStream(new byte[11]), event -> {}));
    }

    @Test
    void theDefaultsUseTheSystemClock() {
        byte[] body = signed(event("license.revoked", "evt-1", LICENSE), Instant.now());

        assertThat(Webhooks.create(SECRET).read(headers::get, body).id()).isEqualTo("evt-1");
        assertRejected(Reason.STALE, () -> Webhooks.create(SECRET)
                .read(headers::get, signed("{}", Instant.now().minus(Duration.ofHours(1)))));
        assertThat(Webhooks.create(SECRET).toString()).startsWith("Webhooks[").doesNotContain(SECRET.reveal());
    }
}
