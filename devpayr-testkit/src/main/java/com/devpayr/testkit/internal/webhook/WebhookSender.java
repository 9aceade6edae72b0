package com.devpayr.testkit.internal.webhook;

import com.devpayr.testkit.model.SignedWebhook;
import java.util.concurrent.CompletableFuture;

/** Sends a webhook once. */
@FunctionalInterface
public interface WebhookSender {
    /** Returns the HTTP status of the response. The future fails if there is no response. */
    CompletableFuture<Integer> send(String url, SignedWebhook webhook);
}
