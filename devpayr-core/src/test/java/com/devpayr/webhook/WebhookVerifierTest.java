package com.devpayr.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures are those of {@code printf '1764000000.…' | openssl dgst -sha256 -hmac whsec-acme-42}. */
class WebhookVerifierTest {
    private static final Secret SECRET = Secret.of("whsec-acme-42");
    private static final Secret PREVIOUS = Secret.of("previous-secret");
    private static final byte[] BODY = "{\"event\":\"license.revoked\",\"id\":\"evt-1\"}".getBytes(UTF_8);
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_764_000_000);
    private static final String SIGNATURE = "dd3c07a81e8bdf918f44d09ab89f39a413a151670433c5007bffa0c6c2195c1a";
    private static final String SIGNATURE_OF_PREVIOUS =
            "15d9ebac2845e66c072cb9816b53ca20dcf167ecc203d0166b1e58465b0e3d07";
    private static final String SIGNATURE_OF_BODY = "91d33567cbf294cb2de152402ba7f45fff8121d6af58bfd1a0668deac90595b7";
    private static final String SIGNATURE_WITH_ID = "83bf9b3eec3c62c9aeea2ec3aa8826efd551994179e698b358a0292aae357c08";

    private final Map<String, String> headers = new TreeMap<>(Map.of(
            "X-Devpayr-Timestamp", "1764000000",
            "X-Devpayr-Signature", SIGNATURE,
            "X-Devpayr-Event", "license.revoked",
            "X-Devpayr-Delivery", "evt-1"));

    private static WebhookVerifier.Builder builder() {
        return WebhookVerifier.builder(SECRET).clock(Clock.fixed(SIGNED_AT, ZoneOffset.UTC));
    }

    private VerifiedWebhook verify(WebhookVerifier.Builder verifier, byte[] body) {
        return verifier.build().verify(headers::get, body);
    }

    private VerifiedWebhook verify(WebhookVerifier.Builder verifier) {
        return verify(verifier, BODY);
    }

    private static void assertRejected(Reason reason, int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(WebhookRejectedException.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(reason);
                    assertThat(rejected.status()).isEqualTo(status);
                })
                .hasMessageNotContaining(SECRET.reveal())
                .hasMessageNotContaining(SIGNATURE);
    }

    @Test
    void acceptsASignatureOfOpenssl() {
        VerifiedWebhook verified = verify(builder());

        assertThat(verified.body()).isEqualTo(BODY);
        assertThat(verified.signedAt()).isEqualTo(SIGNED_AT);
        assertThat(verified.eventHeader()).isEqualTo("license.revoked");
        assertThat(verified.deliveryHeader()).isEqualTo("evt-1");
        assertThat(verified.digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNATURE,
                "sha256=" + SIGNATURE,
                "DD3C07A81E8BDF918F44D09AB89F39A413A151670433C5007BFFA0C6C2195C1A",
                "3TwHqB6L35GPRNCauJ85pBOhUWcEM8UAe/+gxsIZXBo=",
                "sha256=3TwHqB6L35GPRNCauJ85pBOhUWcEM8UAe/+gxsIZXBo="
            })
    void acceptsHexAndBase64WithAndWithoutPrefix(String signature) {
        headers.put("X-Devpayr-Signature", signature);

        assertThat(verify(builder()).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "not a signature",
                "3TwHqB6L35GPRNCauJ85pBOhUWcEM8UAe/+gxsIZXB==",
                "00000000000000000000000000000000000000000000000000000000000000zz",
                SIGNATURE_OF_BODY,
                SIGNATURE + "00"
            })
    void rejectsOtherSignatures(String signature) {
        headers.put("X-Devpayr-Signature", signature);

        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder()));
    }

    @Test
    void rejectsAModifiedBody() {
        byte[] modified = new String(BODY, UTF_8).replace("revoked", "created").getBytes(UTF_8);

        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder(), modified));
    }

    @Test
    void rejectsAnEmptyBody() {
        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder(), new byte[0]));
    }

    @Test
    void rejectsATimestampThatIsLongerThanTheBody() {
        headers.put("X-Devpayr-Timestamp", "1764000000".repeat(10));

        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder()));
    }

    @Test
    void rejectsAModifiedTimestamp() {
        headers.put("X-Devpayr-Timestamp", "1764000001");

        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Devpayr-Signature", "X-Devpayr-Timestamp"})
    void rejectsAMissingHeader(String header) {
        headers.remove(header);

        assertRejected(Reason.UNSIGNED, 401, () -> verify(builder()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void rejectsAnOldOrFutureTimestamp(long seconds) {
        Clock clock = Clock.fixed(SIGNED_AT.plusSeconds(seconds), ZoneOffset.UTC);

        assertRejected(Reason.STALE, 401, () -> verify(builder().clock(clock)));
        assertThat(verify(builder().clock(clock).tolerance(Duration.ofSeconds(301)))
                        .body())
                .isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void acceptsATimestampWithinTheTolerance(long seconds) {
        Clock clock = Clock.fixed(SIGNED_AT.plusSeconds(seconds), ZoneOffset.UTC);

        assertThat(verify(builder().clock(clock)).body()).isEqualTo(BODY);
    }

    @Test
    void rejectsASignedTimestampThatIsNotANumber() {
        headers.put("X-Devpayr-Timestamp", "now");
        headers.put("X-Devpayr-Signature", "0bd50c4dfe40999f173b5f75a7e56cc4430565776ea2f1d943fa073f21331c15");

        assertRejected(Reason.STALE, 401, () -> verify(builder()));
    }

    @Test
    void acceptsEachOfSeveralSecrets() {
        WebhookVerifier rotating = WebhookVerifier.builder(Secret.of("the-next-secret"), SECRET, PREVIOUS)
                .clock(Clock.fixed(SIGNED_AT, ZoneOffset.UTC))
                .build();

        assertThat(rotating.verify(headers::get, BODY).body()).isEqualTo(BODY);
        headers.put("X-Devpayr-Signature", SIGNATURE_OF_PREVIOUS);
        assertThat(rotating.verify(headers::get, BODY).body()).isEqualTo(BODY);
        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(builder()));
    }

    @Test
    void readsTheSecretsForEachDelivery() {
        List<Secret> secrets = new ArrayList<>(List.of(PREVIOUS));
        WebhookVerifier rotating = WebhookVerifier.builder(() -> secrets)
                .clock(Clock.fixed(SIGNED_AT, ZoneOffset.UTC))
                .build();
        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> rotating.verify(headers::get, BODY));

        secrets.add(SECRET);

        assertThat(rotating.verify(headers::get, BODY).body()).isEqualTo(BODY);
    }

    @Test
    void verifiesTheBodyAloneIfConfigured() {
        headers.put("X-Devpayr-Signature", SIGNATURE_OF_BODY);
        headers.remove("X-Devpayr-Timestamp");

        VerifiedWebhook verified = verify(
                builder().signedContent("{body}").clock(Clock.fixed(SIGNED_AT.plusSeconds(1_000_000), ZoneOffset.UTC)));

        assertThat(verified.signedAt()).isNull();
    }

    @Test
    void verifiesTheDeliveryIdIfConfigured() {
        headers.put("X-Devpayr-Signature", SIGNATURE_WITH_ID);
        WebhookVerifier.Builder withId = builder().signedContent("{id}.{timestamp}.{body}");

        assertThat(verify(withId).body()).isEqualTo(BODY);
        headers.put("X-Devpayr-Delivery", "evt-2");
        assertRejected(Reason.INVALID_SIGNATURE, 401, () -> verify(withId));
        headers.remove("X-Devpayr-Delivery");
        assertRejected(Reason.UNSIGNED, 401, () -> verify(withId));
    }

    @Test
    void usesTheConfiguredHeaders() {
        Map<String, String> renamed = Map.of(
                "Signature", SIGNATURE, "Timestamp", "1764000000", "Event", "license.revoked", "Delivery", "evt-7");

        VerifiedWebhook verified = builder()
                .signatureHeader("Signature")
                .timestampHeader("Timestamp")
                .eventHeader("Event")
                .deliveryHeader("Delivery")
                .build()
                .verify(renamed::get, BODY);

        assertThat(verified.eventHeader()).isEqualTo("license.revoked");
        assertThat(verified.deliveryHeader()).isEqualTo("evt-7");
    }

    @Test
    void rejectsALargeBodyBeforeItsSignature() {
        assertRejected(Reason.TOO_LARGE, 413, () -> verify(builder().maxBodyBytes(BODY.length - 1)));
        assertThat(verify(builder().maxBodyBytes(BODY.length)).body()).isEqualTo(BODY);
        assertThat(builder().maxBodyBytes(1).build().maxBodyBytes()).isEqualTo(1);
    }

    @Test
    void readsNoMoreOfAStreamThanTheMaximumSize() throws Exception {
        WebhookVerifier verifier = builder().maxBodyBytes(4).build();
        InputStream endless = new InputStream() {
            private int count;

            @Override
            public int read() {
                assertThat(++count).isLessThanOrEqualTo(5);
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (length == 0) {
                    return 0;
                }
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        assertThat(verifier.readBody(new ByteArrayInputStream(new byte[4]))).hasSize(4);
        assertRejected(Reason.TOO_LARGE, 413, () -> verifier.readBody(endless));
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> builder().signedContent("{timestamp}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must contain {body} once");
        assertThatThrownBy(() -> builder().signedContent("{body}{body}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must contain {body} once");
        assertThatThrownBy(() -> builder().signedContent("{url}{body}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("contains {url}; use {timestamp}, {id} and {body}");
        assertThatThrownBy(() -> builder().tolerance(Duration.ZERO)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder().maxBodyBytes(0)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder().maxBodyBytes(Integer.MAX_VALUE)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder().signatureHeader(" ")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void textContainsNeitherSecretNorContent() {
        assertThat(builder().build())
                .hasToString("WebhookVerifier[secrets=****, signedContent={timestamp}.{body}, tolerance=PT5M]");
        assertThat(verify(builder()))
                .hasToString(
                        "VerifiedWebhook[40 bytes, digest=" + verify(builder()).digest() + "]");
    }
}
