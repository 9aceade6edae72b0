package com.devpayr.jackson;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.jackson.internal.JacksonVersion;
import com.devpayr.jackson.internal.WebhookEventReader;
import com.devpayr.secret.Secret;
import com.devpayr.webhook.VerifiedWebhook;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookHeaders;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookReplayStore.Claim;
import com.devpayr.webhook.WebhookVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Receives DevPayr's webhooks: verifies deliveries, reads the events in them, and lets each event be processed once.
 * Thread-safe. All methods may block if the {@link WebhookReplayStore} does; the default store does not.
 *
 * <pre>{@code
 * Webhooks webhooks = Webhooks.create(secret);
 *
 * try {
 *     webhooks.handle(request::getHeader, request.getInputStream(), event -> process(event));
 *     response.setStatus(204);
 * } catch (WebhookRejectedException rejected) {
 *     response.setStatus(rejected.status());
 * }
 * }</pre>
 *
 * <p>Names of headers and the signed content are not documented by DevPayr; see {@link WebhookVerifier} for the defaults and
 * how to change them.
 */
public final class Webhooks {
    /** Longer than a handler runs; shorter than the time between the last attempts of a delivery. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofMinutes(5);

    /** Longer than the time between the first and the last attempt of a delivery. */
    private static final Duration RETENTION = Duration.ofDays(1);

    private final WebhookVerifier verifier;
    private final WebhookReplayStore replayStore;
    private final WebhookEventReader reader;

    private Webhooks(WebhookVerifier verifier, WebhookReplayStore replayStore, WebhookEventReader reader) {
        this.verifier = verifier;
        this.replayStore = replayStore;
        this.reader = reader;
    }

    /** Creates a receiver with default settings and a replay store in memory. */
    public static Webhooks create(Secret secret) {
        return create(WebhookVerifier.builder(secret).build());
    }

    /** Creates a receiver with a replay store in memory. */
    public static Webhooks create(WebhookVerifier verifier) {
        JacksonVersion.check();
        return new Webhooks(verifier, WebhookReplayStore.memory(), new WebhookEventReader(verifier.maxBodyBytes()));
    }

    /** Returns a copy with another store of the IDs of processed events, such as one that several processes share. */
    public Webhooks withReplayStore(WebhookReplayStore store) {
        return new Webhooks(verifier, store, reader);
    }

    /** Returns the maximum size of a body in bytes. */
    public int maxBodyBytes() {
        return verifier.maxBodyBytes();
    }

    /**
     * Verifies a delivery and processes its event. If the handler throws, the exception is passed on, and the event is
     * processed again when DevPayr sends it again.
     *
     * @param body the body exactly as received
     * @param handler processes the event; should take less than 10 seconds
     * @throws WebhookRejectedException if the delivery must not be processed
     */
    public void handle(WebhookHeaders headers, byte[] body, Consumer<? super WebhookEvent> handler) {
        handle(receive(headers, body), handler);
    }

    /**
     * Reads and verifies a delivery and processes its event, as {@link #handle(WebhookHeaders, byte[], Consumer)}. Does not
     * close the stream.
     *
     * @throws WebhookRejectedException if the delivery must not be processed
     * @throws IOException if the body cannot be read
     */
    public void handle(WebhookHeaders headers, InputStream body, Consumer<? super WebhookEvent> handler)
            throws IOException {
        handle(headers, verifier.readBody(body), handler);
    }

    private static void handle(WebhookDelivery delivery, Consumer<? super WebhookEvent> handler) {
        try {
            handler.accept(delivery.event());
        } catch (Throwable failure) {
            release(delivery, failure);
            throw failure;
        }
        delivery.complete();
    }

    /** Keeps the failure of the handler if the store fails too; the claim then ends by itself. */
    private static void release(WebhookDelivery delivery, Throwable failure) {
        try {
            delivery.release();
        } catch (RuntimeException unavailable) {
            if (unavailable != failure) {
                failure.addSuppressed(unavailable);
            }
        }
    }

    /**
     * Verifies a delivery and returns its event, which counts as processed from then on. Use {@code handle} if processing may
     * fail.
     *
     * @param body the body exactly as received
     * @throws WebhookRejectedException if the delivery must not be processed
     */
    public WebhookEvent read(WebhookHeaders headers, byte[] body) {
        WebhookDelivery delivery = receive(headers, body);
        delivery.complete();
        return delivery.event();
    }

    /**
     * Verifies a delivery whose event is processed asynchronously. The caller must {@linkplain WebhookDelivery#complete()
     * complete} or {@linkplain WebhookDelivery#release() release} it.
     *
     * @param body the body exactly as received
     * @throws WebhookRejectedException if the delivery must not be processed
     */
    public WebhookDelivery receive(WebhookHeaders headers, byte[] body) {
        VerifiedWebhook verified = verifier.verify(headers, body);
        WebhookEventReader.Result result = reader.read(verified);
        requireAcquired(replayStore.claim(result.replayKey(), CLAIM_TIMEOUT), result.event());
        return new WebhookDelivery(result.event(), result.replayKey(), replayStore, RETENTION);
    }

    private static void requireAcquired(Claim claim, WebhookEvent event) {
        switch (claim) {
            case IN_PROGRESS ->
                throw new WebhookRejectedException(Reason.IN_PROGRESS, "of " + event + " is being processed");
            case COMPLETED ->
                throw new WebhookRejectedException(Reason.DUPLICATE, "of " + event + " was processed before");
            case ACQUIRED -> {}
        }
    }

    /** Returns the settings of the verifier, without the secrets. */
    @Override
    public String toString() {
        return "Webhooks[" + verifier + "]";
    }
}
