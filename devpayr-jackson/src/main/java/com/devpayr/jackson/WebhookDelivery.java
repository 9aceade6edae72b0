package com.devpayr.jackson;

import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookReplayStore;
import java.time.Duration;

/** A verified delivery that is in progress until it is completed or released. */
public final class WebhookDelivery {
    private final WebhookEvent event;
    private final String replayKey;
    private final WebhookReplayStore replayStore;
    private final Duration retention;

    WebhookDelivery(WebhookEvent event, String replayKey, WebhookReplayStore replayStore, Duration retention) {
        this.event = event;
        this.replayKey = replayKey;
        this.replayStore = replayStore;
        this.retention = retention;
    }

    /** Returns the event. */
    public WebhookEvent event() {
        return event;
    }

    /** Records the event as processed: repeated deliveries are rejected from now on. */
    public void complete() {
        replayStore.complete(replayKey, retention);
    }

    /** Ends the delivery without success: the event is processed again when it is delivered again. */
    public void release() {
        replayStore.release(replayKey);
    }
}
