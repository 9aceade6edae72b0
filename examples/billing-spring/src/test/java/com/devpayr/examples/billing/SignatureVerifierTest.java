package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureVerifierTest {
    private static final byte[] BODY = "{\"id\":\"evt-1\"}".getBytes(UTF_8);

    /** {@code printf '1764000000.{"id":"evt-1"}' | openssl dgst -sha256 -hmac 'a shared secret'}. */
    private static final String SIGNATURE =
            "t=1764000000,v1=91977433f9c6adab1bb265e4a47ae6a58c7473dfea5d4e8d5d30a8d4a9a5ba2a";

    private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(1_764_000_000));
    private final SignatureVerifier verifier = new SignatureVerifier(
            new BillingProperties(1, Secret.of("a shared secret"), Duration.ofMinutes(5), Path.of("outbox")), clock);

    @Test
    void acceptsASignatureOfOpenssl() {
        assertThat(verifier.isGenuine(SIGNATURE, BODY)).isTrue();
    }

    @Test
    void acceptsASignatureForFiveMinutes() {
        clock.advance(Duration.ofMinutes(5));
        assertThat(verifier.isGenuine(SIGNATURE, BODY)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(verifier.isGenuine(SIGNATURE, BODY)).isFalse();
    }
}
