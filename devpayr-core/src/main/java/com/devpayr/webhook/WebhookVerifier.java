package com.devpayr.webhook;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.internal.config.SettingChecks;
import com.devpayr.internal.model.HeaderValue;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Verification of webhook deliveries: size, signature and age. Thread-safe; no I/O.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.builder(secret).tolerance(Duration.ofMinutes(2)).build();
 * VerifiedWebhook verified = verifier.verify(request::getHeader, body);
 * }</pre>
 *
 * <p>Most applications use {@code com.devpayr.jackson.Webhooks}, which also reads the event and rejects repetitions.
 *
 * <p>DevPayr documents that webhooks are signed, but neither the names of the headers nor the content that is signed. The
 * defaults are those of this library, and can be changed. Signatures are HMAC-SHA256 in hex or base64, with or without the
 * prefix {@code sha256=}.
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks.
 */
public final class WebhookVerifier {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final Supplier<List<Secret>> secrets;
    private final SignedContent content;
    private final Duration tolerance;
    private final String signatureHeader;
    private final String timestampHeader;
    private final String eventHeader;
    private final String deliveryHeader;
    private final int maxBodyBytes;
    private final Clock clock;

    private WebhookVerifier(Builder builder) {
        this.secrets = builder.secrets;
        this.content = builder.content;
        this.tolerance = builder.tolerance;
        this.signatureHeader = builder.signatureHeader;
        this.timestampHeader = builder.timestampHeader;
        this.eventHeader = builder.eventHeader;
        this.deliveryHeader = builder.deliveryHeader;
        this.maxBodyBytes = builder.maxBodyBytes;
        this.clock = builder.clock;
    }

    /**
     * Returns a builder for a verifier that accepts the signatures of one or more secrets.
     *
     * @param secret the webhook secret of the project or account
     * @param others other secrets that are accepted, such as the previous one while a secret is replaced
     */
    public static Builder builder(Secret secret, Secret... others) {
        List<Secret> all = new ArrayList<>(List.of(others));
        all.add(0, secret);
        List<Secret> fixed = List.copyOf(all);
        return new Builder(() -> fixed);
    }

    /**
     * Returns a builder for a verifier whose secrets can be replaced at run time.
     *
     * @param secrets called for every delivery; a signature of any of the secrets is accepted
     */
    public static Builder builder(Supplier<List<Secret>> secrets) {
        return new Builder(secrets);
    }

    /** Returns the maximum size of a body in bytes. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * Reads a body, and not more of it than the maximum size. Does not close the stream.
     *
     * @throws WebhookRejectedException if the body is larger
     * @throws IOException if the stream cannot be read
     */
    public byte[] readBody(InputStream source) throws IOException {
        byte[] body = source.readNBytes(maxBodyBytes + 1);
        requireSize(body);
        return body;
    }

    /**
     * Verifies a delivery.
     *
     * @param body the body exactly as received
     * @throws WebhookRejectedException if the body is too large, or the signature is missing, invalid or too old
     */
    public VerifiedWebhook verify(WebhookHeaders headers, byte[] body) {
        requireSize(body);
        String timestamp = required(headers, "timestamp", timestampHeader);
        String id = required(headers, "id", deliveryHeader);
        String header = headers.get(signatureHeader);
        if (header == null) {
            throw new WebhookRejectedException(Reason.UNSIGNED, "has no header " + signatureHeader);
        }
        byte[] signed = content.of(timestamp, id, body);
        byte[] signature = WebhookSignature.parse(header);
        if (signature == null || !WebhookSignature.isValid(secrets.get(), signed, signature)) {
            throw new WebhookRejectedException(
                    Reason.INVALID_SIGNATURE, "is not signed with the configured secret, or was modified");
        }
        return new VerifiedWebhook(
                body.clone(),
                content.contains("timestamp") ? requireRecent(timestamp) : null,
                WebhookSignature.digest(signed),
                headers.get(eventHeader),
                headers.get(deliveryHeader));
    }

    private void requireSize(byte[] body) {
        if (body.length > maxBodyBytes) {
            throw new WebhookRejectedException(
                    Reason.TOO_LARGE, "is larger than " + maxBodyBytes + " bytes, which is the configured limit");
        }
    }

    /** Returns a header that the signature covers; empty if it does not. */
    private String required(WebhookHeaders headers, String placeholder, String name) {
        if (!content.contains(placeholder)) {
            return "";
        }
        String value = headers.get(name);
        if (value == null) {
            throw new WebhookRejectedException(
                    Reason.UNSIGNED, "has no header " + name + ", which the signature covers");
        }
        return value;
    }

    private Instant requireRecent(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            throw new WebhookRejectedException(
                    Reason.STALE, "has a timestamp that is not a number of seconds since 1970");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(tolerance) > 0) {
            throw new WebhookRejectedException(
                    Reason.STALE,
                    "was signed at " + signedAt + ", which differs from the current time by more than " + tolerance
                            + "; check the clock of this machine");
        }
        return signedAt;
    }

    /** Returns the settings, without the secrets. */
    @Override
    public String toString() {
        return "WebhookVerifier[secrets=****, signedContent=" + content + ", tolerance=" + tolerance + "]";
    }

    /** A builder for {@link WebhookVerifier}. Not thread-safe. */
    public static final class Builder {
        private final Supplier<List<Secret>> secrets;
        private SignedContent content = SignedContent.parse("{timestamp}.{body}");
        private Duration tolerance = Duration.ofMinutes(5);
        private String signatureHeader = "X-Devpayr-Signature";
        private String timestampHeader = "X-Devpayr-Timestamp";
        private String eventHeader = "X-Devpayr-Event";
        private String deliveryHeader = "X-Devpayr-Delivery";
        private int maxBodyBytes = 1024 * 1024;
        private Clock clock = Clock.systemUTC();

        private Builder(Supplier<List<Secret>> secrets) {
            this.secrets = secrets;
        }

        /**
         * Sets the content that the signature covers, with the placeholders {@code {timestamp}}, {@code {id}} (the delivery
         * header) and {@code {body}}. Defaults to {@code {timestamp}.{body}}. Without {@code {timestamp}} the age of a delivery
         * cannot be verified.
         *
         * @throws ConfigurationException if it contains another placeholder, or not {@code {body}} once
         */
        public Builder signedContent(String template) {
            this.content = SignedContent.parse(template);
            return this;
        }

        /**
         * Sets the maximum difference between the signed timestamp and the current time, in either direction. Defaults to 5
         * minutes.
         *
         * @throws ConfigurationException if the tolerance is not positive
         */
        public Builder tolerance(Duration tolerance) {
            this.tolerance = SettingChecks.positive("tolerance", tolerance);
            return this;
        }

        /** Sets the name of the header with the signature. Defaults to {@code X-Devpayr-Signature}. */
        public Builder signatureHeader(String name) {
            this.signatureHeader = HeaderValue.require("signatureHeader", name);
            return this;
        }

        /**
         * Sets the name of the header with the time of the attempt in seconds since 1970. Defaults to {@code
         * X-Devpayr-Timestamp}.
         */
        public Builder timestampHeader(String name) {
            this.timestampHeader = HeaderValue.require("timestampHeader", name);
            return this;
        }

        /**
         * Sets the name of the header with the event type, which is used if the body contains none. Defaults to {@code
         * X-Devpayr-Event}.
         */
        public Builder eventHeader(String name) {
            this.eventHeader = HeaderValue.require("eventHeader", name);
            return this;
        }

        /**
         * Sets the name of the header with the ID of the event, which is used if the body contains none. Defaults to {@code
         * X-Devpayr-Delivery}.
         */
        public Builder deliveryHeader(String name) {
            this.deliveryHeader = HeaderValue.require("deliveryHeader", name);
            return this;
        }

        /**
         * Sets the maximum size of a body in bytes. Defaults to 1 MiB.
         *
         * @throws ConfigurationException if the size is less than 1 or {@link Integer#MAX_VALUE}
         */
        public Builder maxBodyBytes(int bytes) {
            if (bytes < 1 || bytes == Integer.MAX_VALUE) {
                throw new ConfigurationException("maxBodyBytes", "is " + bytes + "; it must be from 1 to 2147483646");
            }
            this.maxBodyBytes = bytes;
            return this;
        }

        /** Sets the clock that timestamps are compared with. Defaults to the system clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Builds the verifier. */
        public WebhookVerifier build() {
            return new WebhookVerifier(this);
        }
    }
}
