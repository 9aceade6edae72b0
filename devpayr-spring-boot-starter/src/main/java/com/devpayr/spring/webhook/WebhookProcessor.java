package com.devpayr.spring.webhook;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.jackson.Webhooks;
import com.devpayr.webhook.LicenseGuardRefresher;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Verifies deliveries and publishes their events. Exceptions of event listeners are passed on, so that the response is an
 * error and DevPayr sends the event again.
 */
public final class WebhookProcessor {
    private static final Logger LOG = System.getLogger(WebhookProcessor.class.getName());
    private static final Response PROCESSED = new Response(204, "");

    private final Webhooks webhooks;
    private final ApplicationEventPublisher publisher;
    private final @Nullable LicenseGuardRefresher refresher;

    WebhookProcessor(
            Webhooks webhooks, ApplicationEventPublisher publisher, @Nullable LicenseGuardRefresher refresher) {
        this.webhooks = webhooks;
        this.publisher = publisher;
        this.refresher = refresher;
    }

    /**
     * The response to a delivery.
     *
     * @param status HTTP status
     * @param text plain text; may be empty
     */
    public record Response(int status, String text) {}

    /** Returns the maximum size of a body in bytes. */
    public int maxBodyBytes() {
        return webhooks.maxBodyBytes();
    }

    /**
     * Processes a delivery. Blocks until all synchronous event listeners have returned.
     *
     * @throws IOException if the body cannot be read
     */
    public Response process(WebhookHeaders headers, InputStream body) throws IOException {
        try {
            webhooks.handle(headers, body, this::publish);
            return PROCESSED;
        } catch (WebhookRejectedException rejected) {
            return responseTo(rejected);
        }
    }

    /** Returns the response to a delivery that must not be processed. */
    public Response responseTo(WebhookRejectedException rejected) {
        String message = String.valueOf(rejected.getMessage());
        LOG.log(Level.DEBUG, message);
        return new Response(rejected.status(), message);
    }

    private void publish(WebhookEvent event) {
        if (refresher != null) {
            refresher.accept(event); // first: a listener may fail
        }
        publisher.publishEvent(event);
    }
}
