package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Tests the console's endpoints for webhooks. */
class ConsoleWebhookTest {
    private static final String SECRET = "the secret of the webhooks";

    @RegisterExtension
    private final ConsoleFixture console = new ConsoleFixture();

    @Test
    void showsWebhooksWithTheirAttemptsAndSendsThemAgain() throws Exception {
        List<String> events = new ArrayList<>();
        console.fake().onWebhook(webhook -> events.add(webhook.event()));
        JsonNode target = console.call(
                "PATCH",
                "accounts/1/webhook",
                "{\"webhook_url\":\"https://acme.example/hook\",\"webhook_secret\":\"" + SECRET + "\"}");
        console.call("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true,\"webhook_secret\":\"" + SECRET + "\"}");

        JsonNode listed = console.call("GET", "webhooks", "");
        JsonNode webhook = listed.path("webhooks").get(0);
        assertThat(webhook.path("event").asString()).isEqualTo("project.paid");
        assertThat(webhook.path("delivered").asBoolean()).isTrue();
        assertThat(webhook.path("attempts")).hasSize(1);
        JsonNode resent =
                console.call("POST", "webhooks/resend?id=" + webhook.path("id").asString(), "");
        assertThat(resent.path("webhooks").get(0).path("attempts")).hasSize(2);
        assertThat(events).containsExactly("project.paid", "project.paid");
        assertThat(target.path("has_webhook_secret").asBoolean()).isTrue();
        assertThat(List.of(
                        target,
                        listed,
                        console.call("GET", "accounts/1/webhook", ""),
                        console.call("GET", "projects/1", ""),
                        console.call("GET", "accounts/1/api/project/1", ""),
                        console.call("GET", "status", "")))
                .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain(SECRET));
        assertThat(console.send("POST", "webhooks/resend?id=none", "").statusCode())
                .isEqualTo(404);
    }
}
