package com.devpayr.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.secret.Secret;
import com.devpayr.spring.inmemory.AutoConfigureDevPayrFake;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.model.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The order of license enforcement and Spring Security. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "devpayr.enforcement.mode=page",
            "devpayr.enforcement.exclude=/reports",
            "devpayr.guard.startup=off",
            "devpayr.webhooks.path=/hooks/devpayr",
            "devpayr.webhooks.secret=a webhook secret",
            "management.endpoints.web.exposure.include=health,devpayr",
            "management.endpoint.devpayr.access=unrestricted"
        })
@AutoConfigureDevPayrFake
class SecurityTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NOBODY = null;

    @LocalServerPort
    private int port;

    @Autowired
    private LicenseGuard guard;

    @Autowired
    private FakeLicense license;

    @BeforeEach
    void check() {
        guard.refresh().join();
    }

    private void revoke() {
        license.revoked();
        guard.refresh().join();
    }

    @Test
    void aLicensedApplicationAuthenticatesItsUsers() throws Exception {
        assertThat(get("/", NOBODY).statusCode()).isEqualTo(401);
        assertThat(get("/", "jane").statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingLicenseIsReportedBeforeAuthentication() throws Exception {
        revoke();

        assertThat(get("/", NOBODY).statusCode()).isEqualTo(402);
        assertThat(get("/", "jane").statusCode()).isEqualTo(402);
    }

    @Test
    void aSignedWebhookNeedsNeitherAuthenticationNorACsrfToken() throws Exception {
        SignedWebhook webhook =
                SignedWebhook.create("license.revoked", "{\"id\": 1}", Secret.of("a webhook secret"), Instant.now());
        HttpRequest.Builder request = request("/hooks/devpayr", NOBODY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
        webhook.headers().forEach(request::header);

        assertThat(send(request).statusCode()).isEqualTo(204);
        assertThat(send(request("/hooks/devpayr", NOBODY).POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void theEndpointIsForOperatorsEvenIfTheLicenseIsDenied() throws Exception {
        revoke();

        assertThat(get("/actuator/health", NOBODY).statusCode()).isEqualTo(503);
        assertThat(get("/actuator/devpayr", NOBODY).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/devpayr", "jane").statusCode()).isEqualTo(403);
        assertThat(get("/actuator/devpayr", "ops").body()).contains("\"verdict\":\"denied\"");
        assertThat(send(request("/actuator/devpayr", "ops").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requiresLicenseIsCheckedBeforeMethodSecurity() throws Exception {
        assertThat(get("/reports", "jane").statusCode()).isEqualTo(403);
        assertThat(get("/reports", "ops").statusCode()).isEqualTo(200);
        revoke();

        assertThat(get("/reports", NOBODY).statusCode()).isEqualTo(401);
        assertThat(get("/reports", "jane").statusCode()).isEqualTo(402);
        assertThat(get("/reports", "ops").statusCode()).isEqualTo(402);
    }

    private HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        return send(request(path, user));
    }

    private HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json");
        if (user != null) {
            byte[] credentials = (user + ":password").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
