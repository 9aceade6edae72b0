package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.license.License;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and sends webhooks in the place of DevPayr. */
final class DevPayrWebhooks {
    static final String SECRET = "devpayr-whsec-canary-8c1d";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    DevPayrWebhooks(int port) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/webhooks/devpayr");
    }

    static String event(String id, String type, Instant createdAt, long project, License license) {
        return """
                {"event": "%s", "id": "%s", "created_at": "%s", "data": {"id": %d, "uuid": "%s", "project_id": %d, \
                "title": "%s"}}""".formatted(type, id, createdAt, license.id(), license.key().reveal(), project, license.title());
    }

    /** Returns the URL that DevPayr sends webhooks to. */
    String endpoint() {
        return endpoint.toString();
    }

    int send(String body) throws IOException, InterruptedException {
        return send(body, SECRET);
    }

    int send(String body, String secret) throws IOException, InterruptedException {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("X-Devpayr-Timestamp", timestamp)
                .header("X-Devpayr-Signature", signature(secret, timestamp + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String signature(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
