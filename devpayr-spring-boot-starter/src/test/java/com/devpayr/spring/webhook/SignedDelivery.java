package com.devpayr.spring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends webhooks as DevPayr does, with this library's default headers and signature. */
public final class SignedDelivery {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;
    private final String secret;

    /** Creates a sender that signs with a secret. */
    public SignedDelivery(int port, String path, String secret) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + path);
        this.secret = secret;
    }

    /** Returns the body of an event. */
    public static String event(String type, String id, String data) {
        return "{\"event\": \"" + type + "\", \"id\": \"" + id + "\", \"data\": " + data + "}";
    }

    /** Sends a body with a valid signature. */
    public HttpResponse<String> send(String body) throws IOException, InterruptedException {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Devpayr-Timestamp", timestamp)
                .header("X-Devpayr-Signature", signature(secret, timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a body without a signature. */
    public HttpResponse<String> sendUnsigned(String body) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(endpoint)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Returns the signature of a content. */
    static String signature(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
