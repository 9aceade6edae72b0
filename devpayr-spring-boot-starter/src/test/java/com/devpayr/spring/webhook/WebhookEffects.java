package com.devpayr.spring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.jackson.Webhooks;
import com.devpayr.spring.PropertyEffect;
import com.devpayr.spring.PropertyEffect.Observation;
import com.devpayr.webhook.LicenseGuardRefresher;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The effects of the properties of webhooks. */
public final class WebhookEffects {
    private static final String SECRET = "whsec-acme-42";
    private static final String OLDER_SECRET = "whsec-older-41";
    private static final String PATH = "devpayr.webhooks.path=/hooks";
    private static final String[] ENDPOINT = {PATH, "devpayr.webhooks.secret=" + SECRET};
    private static final String SIGNATURE = "X-Devpayr-Signature";
    private static final String TIMESTAMP = "X-Devpayr-Timestamp";
    private static final String BODY = "{\"event\": \"project.updated\", \"id\": \"evt-1\", \"data\": {}}";

    private WebhookEffects() {}

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all() {
        String now = String.valueOf(Instant.now().getEpochSecond());
        String earlier =
                String.valueOf(Instant.now().minus(Duration.ofMinutes(30)).getEpochSecond());
        return List.of(
                PropertyEffect.of(
                        "devpayr.webhooks.path",
                        "/hooks",
                        204,
                        status(signed(SECRET, now, BODY)),
                        "devpayr.webhooks.secret=" + SECRET),
                PropertyEffect.of("devpayr.webhooks.secret", SECRET, 204, status(signed(SECRET, now, BODY)), PATH),
                effect("previous-secrets", OLDER_SECRET, 204, status(signed(OLDER_SECRET, now, BODY))),
                effect("tolerance", "1h", 204, status(signed(SECRET, earlier, BODY))),
                effect(
                        "signed-content",
                        "{body}",
                        204,
                        status(Map.of(SIGNATURE, SignedDelivery.signature(SECRET, BODY)))),
                effect("max-body-size", "20B", 413, status(signed(SECRET, now, BODY))),
                effect("project-id", "7", 7L, WebhookEffects::projectOfTheGuard),
                effect(
                        "header.signature",
                        "X-Signature",
                        204,
                        status(renamed(SIGNATURE, "X-Signature", signed(SECRET, now, BODY)))),
                effect(
                        "header.timestamp",
                        "X-Time",
                        204,
                        status(renamed(TIMESTAMP, "X-Time", signed(SECRET, now, BODY)))),
                effect("header.event", "X-Type", 204, application -> {
                    String body = "{\"id\": \"evt-1\", \"data\": {}}";
                    return status(application, with("X-Type", "project.updated", signed(SECRET, now, body)), body);
                }),
                effect("header.delivery", "X-Id", "evt-of-the-header", application -> {
                    String body = "{\"event\": \"project.updated\", \"data\": {}}";
                    Map<String, String> headers = with("X-Id", "evt-of-the-header", signed(SECRET, now, body));
                    return String.valueOf(application
                            .getBean(Webhooks.class)
                            .read(headers::get, body.getBytes(UTF_8))
                            .id());
                }));
    }

    private static PropertyEffect effect(String property, String value, Object expected, Observation observation) {
        return PropertyEffect.of("devpayr.webhooks." + property, value, expected, observation, ENDPOINT);
    }

    private static Map<String, String> signed(String secret, String timestamp, String body) {
        return Map.of(TIMESTAMP, timestamp, SIGNATURE, SignedDelivery.signature(secret, timestamp + "." + body));
    }

    private static Map<String, String> renamed(String from, String to, Map<String, String> headers) {
        String other = from.equals(SIGNATURE) ? TIMESTAMP : SIGNATURE;
        return Map.of(to, String.valueOf(headers.get(from)), other, String.valueOf(headers.get(other)));
    }

    private static Map<String, String> with(String name, String value, Map<String, String> headers) {
        return Map.of(
                name,
                value,
                TIMESTAMP,
                String.valueOf(headers.get(TIMESTAMP)),
                SIGNATURE,
                String.valueOf(headers.get(SIGNATURE)));
    }

    private static Observation status(Map<String, String> headers) {
        return application -> status(application, headers, BODY);
    }

    private static int status(AssertableWebApplicationContext application, Map<String, String> headers, String body)
            throws Exception {
        return application
                .getBean(WebhookProcessor.class)
                .process(headers::get, new ByteArrayInputStream(body.getBytes(UTF_8)))
                .status();
    }

    private static Object projectOfTheGuard(AssertableWebApplicationContext application) {
        return String.valueOf(ReflectionTestUtils.getField(
                                application.getBean(LicenseGuardRefresher.class), "projectId"))
                        .equals("7")
                ? 7L
                : "all";
    }
}
