package com.devpayr.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.WebhookRejectedException;
import com.devpayr.jackson.Webhooks;
import com.devpayr.license.License;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.LicenseRevoked;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookEventType;
import com.devpayr.webhook.WebhookVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings of docs/webhooks.md, and the one of docs/migration.md about the domain. */
class WebhooksGuideTest {
    private static final Secret SECRET = Secret.of("whsec-acme-42");
    private static final String BODY = """
            {"event": "license.revoked", "id": "evt-1", "data": {"id": 3, "uuid": "0197a0b1-cafe", "title": "Pro"}}""";

    private final List<@Nullable String> suspended = Collections.synchronizedList(new ArrayList<>());

    // <plain>
    private final Webhooks webhooks = Webhooks.create(SECRET);

    void receive(HttpExchange exchange) throws IOException {
        int status = 204;
        try {
            webhooks.handle(exchange.getRequestHeaders()::getFirst, exchange.getRequestBody(), this::process);
        } catch (WebhookRejectedException rejected) {
            status = rejected.status();
        }
        exchange.sendResponseHeaders(status, -1); // if process() throws, the server closes the connection instead
        exchange.close();
    }

    private void process(WebhookEvent event) {
        if (event instanceof LicenseRevoked revoked && revoked.license() != null) {
            suspended.add(revoked.license().title());
        }
    }
    // </plain>

    private static int send(HttpServer server, String secret) throws Exception {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks"))
                .header("X-Devpayr-Timestamp", timestamp)
                .header("X-Devpayr-Signature", signature(secret, timestamp + "." + BODY))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String signature(String secret, String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8)));
    }

    @Test
    void aPlainServerReceivesWebhooks() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks", this::receive);
        server.start();
        try {
            assertThat(send(server, "a-guessed-secret")).isEqualTo(401);
            assertThat(suspended).isEmpty();
            assertThat(send(server, SECRET.reveal())).isEqualTo(204);
            assertThat(send(server, SECRET.reveal())).isEqualTo(200);
            assertThat(suspended).containsExactly("Pro");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void everyDefaultCanBeChanged() {
        Secret secret = SECRET;
        Secret previousSecret = Secret.of("previous-secret");

        // <configured>
        WebhookVerifier verifier = WebhookVerifier.builder(secret, previousSecret) // accepts both
                .signatureHeader("X-Signature")
                .signedContent("{body}") // without a timestamp
                .maxBodyBytes(64 * 1024)
                .build();
        Webhooks configured = Webhooks.create(verifier);
        // </configured>

        byte[] body = BODY.getBytes(UTF_8);
        assertThat(configured.read(name -> sign(name, body), body).id()).isEqualTo("evt-1");
    }

    private static @Nullable String sign(String header, byte[] body) {
        try {
            return header.equals("X-Signature") ? signature("previous-secret", new String(body, UTF_8)) : null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void listenersAreTestedWithBuiltEvents() {
        License license =
                License.builder(3, LicenseKey.of("0197a0b1-cafe")).title("Pro").build();

        // <test>
        LicenseEvent event = (LicenseEvent) WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_REVOKED)
                .license(license)
                .build();
        process(event);
        // </test>

        assertThat(suspended).containsExactly("Pro");
    }

    @Test
    void aMigratedApplicationKeepsItsDomain(@TempDir Path folder) throws IOException {
        Path fingerprint = Files.writeString(folder.resolve("fingerprint.txt"), "fp_0123456789abcdef0123456789abcdef");

        // <fingerprint>
        DevPayrConfig config = DevPayrConfig.builder()
                .fromEnvironment()
                .domainFile(fingerprint) // for example Path.of("/srv/acme/.devpayr-cache/fingerprint.txt")
                .build();
        // </fingerprint>

        assertThat(config.domain().value()).isEqualTo("fp_0123456789abcdef0123456789abcdef");
    }
}
