package com.devpayr.examples.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A payment provider that signs events and delivers them over HTTP. */
final class PaymentProvider {
    static final String SECRET = "whsec-canary-5f2b";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI webhook;
    private final Clock clock;

    PaymentProvider(int port, Clock clock) {
        this.webhook = URI.create("http://127.0.0.1:" + port + "/webhooks/payments");
        this.clock = clock;
    }

    static String event(String id, String type, Instant occurredAt, String order) {
        return event(id, type, occurredAt, order, "Jane Doe", order.toLowerCase(Locale.ROOT) + ".example.com");
    }

    static String event(String id, String type, Instant occurredAt, String order, String customer, String domain) {
        return """
                {"id": "%s", "type": "%s", "occurredAt": "%s", "order": "%s", "customer": "%s", "domain": "%s"}""".formatted(id, type, occurredAt, order, customer, domain);
    }

    HttpResponse<String> deliver(String body) throws IOException, InterruptedException {
        return deliver(body, signature(body, clock.instant()));
    }

    HttpResponse<String> deliver(String body, String signature) throws IOException, InterruptedException {
        return http.send(request(body).header("Payment-Signature", signature).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> deliverUnsigned(String body) throws IOException, InterruptedException {
        return http.send(request(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    static String signature(String body, Instant time) {
        String signed = time.getEpochSecond() + "." + body;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return "t=" + time.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
