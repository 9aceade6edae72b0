package com.devpayr.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.secret.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook request with its headers, signed as the fake signs it. For tests of a receiver:
 *
 * <pre>{@code
 * SignedWebhook webhook = SignedWebhook.create("license.revoked", "{\"id\":12,\"uuid\":\"0199-key\"}", secret, Instant.now());
 * receiver.handle(webhook.headers(), webhook.body());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks. Headers, signed text and body are our decision, since DevPayr
 * documents none of them.
 */
public final class SignedWebhook {
    private final Map<String, String> headers;
    private final byte[] body;

    private SignedWebhook(Map<String, String> headers, byte[] body) {
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    /**
     * Creates a webhook with a new id.
     *
     * @param event the name of the event, such as {@code license.revoked}
     * @param data the resource as JSON
     * @param secret the webhook secret
     * @param time the time of the event and of the request
     */
    public static SignedWebhook create(String event, String data, Secret secret, Instant time) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event);
        fields.put("id", id);
        fields.put("created_at", time.toString());
        fields.put("data", JsonMapper.shared().readTree(data));
        return sign(id, event, JsonMapper.shared().writeValueAsString(fields), secret.reveal(), time);
    }

    /**
     * Signs a body.
     *
     * @param id the id in the body
     * @param event the event in the body
     * @param secret the webhook secret in plain text, of any length; null to send no signature
     * @param time the time of the request, truncated to seconds
     */
    public static SignedWebhook sign(String id, String event, String body, @Nullable String secret, Instant time) {
        byte[] bytes = body.getBytes(UTF_8);
        String timestamp = String.valueOf(time.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Devpayr-Event", event);
        headers.put("X-Devpayr-Delivery", id);
        headers.put("X-Devpayr-Timestamp", timestamp);
        if (secret != null) {
            headers.put("X-Devpayr-Signature", hmac(secret, timestamp, bytes));
        }
        return new SignedWebhook(headers, bytes);
    }

    private static String hmac(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM does not support HmacSHA256", impossible);
        }
    }

    /** Returns the headers by name; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns a copy of the raw body. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the name of the event. */
    public String event() {
        return headers.getOrDefault("X-Devpayr-Event", "");
    }

    /** Returns the event without its data, which can contain license keys. */
    @Override
    public String toString() {
        return "SignedWebhook[" + event() + ", " + body.length + " bytes]";
    }
}
