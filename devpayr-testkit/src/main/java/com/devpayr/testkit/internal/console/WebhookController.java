package com.devpayr.testkit.internal.console;

import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.testkit.internal.platform.AccountRow;
import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Form;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.webhook.QueuedWebhook;
import com.devpayr.testkit.internal.webhook.QueuedWebhook.Attempt;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints of the console for webhooks. No response contains a secret. */
final class WebhookController {
    private static final int MAX_SHOWN = 100;
    private static final int MAX_BODY = 10_000;

    private final Platform platform;

    WebhookController(Platform platform) {
        this.platform = platform;
    }

    Object list() {
        return Json.object(
                "webhooks",
                platform.webhooks().latestFirst().stream()
                        .limit(MAX_SHOWN)
                        .map(WebhookController::json)
                        .toList());
    }

    Object resend(ConsoleRequest request) {
        if (!platform.webhooks().resend(request.query("id"))) {
            throw ErrorResponseException.notFound();
        }
        return list();
    }

    Object target(ConsoleRequest request) {
        return platform.view(data -> json(ConsoleRouter.account(data, request.id())));
    }

    Object setTarget(ConsoleRequest request) {
        return platform.update(data -> {
            AccountRow account = ConsoleRouter.account(data, request.id());
            Form form = Form.forUpdate(request.input());
            form.url("webhook_url").intoNullable(url -> account.webhookUrl = url);
            form.text("webhook_secret", 255).intoNullable(secret -> account.webhookSecret = secret);
            form.submit();
            return json(account);
        });
    }

    private static Map<String, @Nullable Object> json(AccountRow account) {
        return Json.object("webhook_url", account.webhookUrl, "has_webhook_secret", account.webhookSecret != null);
    }

    private static Map<String, @Nullable Object> json(QueuedWebhook delivery) {
        String body = delivery.body();
        return Json.object(
                "id", delivery.id(),
                "event", delivery.event(),
                "created_at", WireTimestamps.write(delivery.createdAt()),
                "url", delivery.url(),
                "signed", delivery.secret() != null,
                "body", body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY) + "…",
                "delivered", delivery.isDelivered(),
                "attempts",
                        delivery.attempts().stream()
                                .map(WebhookController::json)
                                .toList(),
                "next_attempt_at", time(delivery.nextAttemptAt()));
    }

    private static Map<String, @Nullable Object> json(Attempt attempt) {
        return Json.object(
                "at", WireTimestamps.write(attempt.at()),
                "status", attempt.status(),
                "failure", attempt.failure());
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : WireTimestamps.write(time);
    }
}
