package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Verifies signatures of the payment provider. The header is {@code t=<epoch seconds>,v1=<hex>}, with the HMAC-SHA256 of the
 * seconds, a dot and the body. Old signatures are rejected to prevent replays.
 */
@Component
class SignatureVerifier {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec key;
    private final Duration tolerance;
    private final Clock clock;

    SignatureVerifier(BillingProperties billing, Clock clock) {
        this.key = new SecretKeySpec(billing.webhookSecret().reveal().getBytes(UTF_8), ALGORITHM);
        this.tolerance = billing.tolerance();
        this.clock = clock;
    }

    /** Returns whether the body has a valid and recent signature. */
    boolean isGenuine(@Nullable String header, byte[] body) {
        Matcher parts = HEADER.matcher(header == null ? "" : header);
        return parts.matches()
                && MessageDigest.isEqual(
                        hmac(parts.group(1), body), HexFormat.of().parseHex(parts.group(2)))
                && isRecent(Instant.ofEpochSecond(Long.parseLong(parts.group(1))));
    }

    private boolean isRecent(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    private byte[] hmac(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((seconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(ALGORITHM + " is not available", impossible);
        }
    }
}
