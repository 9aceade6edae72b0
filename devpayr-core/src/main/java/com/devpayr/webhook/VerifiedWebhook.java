package com.devpayr.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery whose signature was verified. */
public final class VerifiedWebhook {
    private final byte[] body;
    private final @Nullable Instant signedAt;
    private final String digest;
    private final @Nullable String eventHeader;
    private final @Nullable String deliveryHeader;

    VerifiedWebhook(
            byte[] body,
            @Nullable Instant signedAt,
            String digest,
            @Nullable String eventHeader,
            @Nullable String deliveryHeader) {
        this.body = body;
        this.signedAt = signedAt;
        this.digest = digest;
        this.eventHeader = eventHeader;
        this.deliveryHeader = deliveryHeader;
    }

    /** Returns a copy of the body, exactly as received. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the signed timestamp of this attempt; null if timestamps are not signed. */
    public @Nullable Instant signedAt() {
        return signedAt;
    }

    /** Returns the SHA-256 of the signed content in lower-case hex. A repetition of the same request has the same digest. */
    public String digest() {
        return digest;
    }

    /** Returns the event header, which is not signed; null if it is absent. */
    public @Nullable String eventHeader() {
        return eventHeader;
    }

    /** Returns the delivery header, which is not signed by default; null if it is absent. */
    public @Nullable String deliveryHeader() {
        return deliveryHeader;
    }

    /** Returns the size of the body and the digest, without content. */
    @Override
    public String toString() {
        return "VerifiedWebhook[" + body.length + " bytes, digest=" + digest + "]";
    }
}
