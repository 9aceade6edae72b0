package com.devpayr.testkit.internal.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the console's endpoints and its protection against other origins. */
class ConsoleTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final URI root = URI.create(emulator.baseUrl()).resolve("/");
    private final FakeProject acme = fake.project("Acme");

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html; charset=utf-8",
        "console/console.css, text/css; charset=utf-8",
        "console/app.js, text/javascript; charset=utf-8",
        "console/icon.svg, image/svg+xml"
    })
    void servesFilesWithAStrictContentSecurityPolicy(String path, String type) throws Exception {
        HttpResponse<String> response = HTTP.send(request(path).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.body()).doesNotContain("innerHTML", "style=", "onclick=\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console/",
                "console/none.js",
                "console/ConsoleHandler.class",
                "console/../http/x.js",
                "console/%2e%2e/x"
            })
    void servesNoOtherFilesOfTheClassPath(String path) throws Exception {
        assertThat(HTTP.send(request(path).build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void requestsOfTheConsoleAreNotLogged() throws Exception {
        callConsole("GET", "status", "");
        callConsole("GET", "accounts/1/api/projects", "");

        assertThat(fake.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example.com, 403",
        "Host: evil.example.com:80, 403",
        "Host: localhost.evil.example.com, 403",
        "Host: 127.0.0.1.evil.example.com, 403",
        "Host: localhost:8787, 200",
        "Host: LOCALHOST, 200",
        "Host: 127.0.0.1:1, 200",
        "Host: [::1]:8787, 200",
        "Host: 192.168.1.7, 200"
    })
    void rejectsForeignHostNames(String host, int status) throws Exception {
        assertThat(raw("GET /console/api/accounts HTTP/1.1", host, "X-Devpayr-Console: 1"))
                .isEqualTo(status);
        assertThat(raw("GET / HTTP/1.1", host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://localhost:8787, 200",
        "Origin: http://localhost:9999, 403",
        "Origin: https://localhost:8787, 403",
        "Origin: http://evil.example.com, 403",
        "Origin: null, 403",
        "Sec-Fetch-Site: same-origin, 200",
        "Sec-Fetch-Site: none, 200",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: cross-site, 403"
    })
    void rejectsOtherOrigins(String header, int status) throws Exception {
        assertThat(raw("GET /console/api/accounts HTTP/1.1", "Host: localhost:8787", "X-Devpayr-Console: 1", header))
                .isEqualTo(status);
    }

    @Test
    void rejectsRequestsWithoutTheConsoleHeader() throws Exception {
        assertThat(raw("GET /console/api/accounts HTTP/1.1", "Host: localhost")).isEqualTo(403);
        assertThat(raw("DELETE /console/api/requests HTTP/1.1", "Host: localhost"))
                .isEqualTo(403);
    }

    @Test
    void rejectsPreflightRequests() throws Exception {
        HttpResponse<Void> preflight = HTTP.send(
                request("console/api/accounts")
                        .header("Origin", "http://evil.example.com")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());

        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void createsAKeyAndReturnsItsValueOnce() throws Exception {
        JsonNode created = callConsole(
                "POST",
                "accounts/1/keys",
                "{\"name\":\"CI\",\"scopes\":[\"projects:read\"],\"project_id\":1,\"expires_at\":\"2999-01-01T00:00:00Z\"}");
        String value = created.path("value").asString();

        assertThat(listProjects(value)).isEqualTo(200);
        JsonNode listed = callConsole("GET", "accounts/1/keys", "");
        assertThat(listed.toString()).doesNotContain(value);
        assertThat(listed.path("keys").get(0).toString())
                .contains(
                        "\"name\":\"CI\"",
                        "\"scopes\":[\"projects:read\"]",
                        "\"status\":\"active\"",
                        "\"project_id\":1");
    }

    @Test
    void rotatesRevokesAndDeletesKeys() throws Exception {
        String old = createKey();
        JsonNode rotated = callConsole("POST", "keys/1/rotate", "{\"overlap_hours\":1}");

        assertThat(listProjects(old)).isEqualTo(200);
        fake.clock().advance(Duration.ofHours(2));
        assertThat(listProjects(old)).isEqualTo(403);
        assertThat(listProjects(rotated.path("value").asString())).isEqualTo(200);
        callConsole("POST", "keys/2/revoke", "{}");
        assertThat(listProjects(rotated.path("value").asString())).isEqualTo(403);
        callConsole("DELETE", "keys/2", "");
        assertThat(callConsole("GET", "accounts/1/keys", "").path("keys")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                            | name
            {"name":"x"}                                                                  | scopes
            {"name":"x","scopes":[]}                                                      | scopes
            {"name":"x","scopes":["everything"]}                                          | scopes
            {"name":"x","scopes":["projects:read"],"expires_at":"2001-01-01T00:00:00Z"}   | expires_at
            {"name":"x","scopes":["projects:read"],"project_id":99}                       | project_id
            """)
    void invalidKeyHasAnErrorAtItsField(String body, String field) throws Exception {
        HttpResponse<String> response = send("POST", "accounts/1/keys", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).path("errors").has(field)).isTrue();
        assertThat(callConsole("GET", "accounts/1/keys", "").path("keys")).isEmpty();
    }

    @Test
    void ownerCanUseTheRoutesOfTheApi() throws Exception {
        callConsole("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true}");
        callConsole("POST", "accounts/1/api/project/1/licenses", "{\"title\":\"Pro\"}");

        assertThat(callConsole("GET", "accounts/1/api/project/1", "").toString())
                .contains("\"has_paid\":true");
        assertThat(callConsole("GET", "accounts/1/api/project/1/licenses", "").toString())
                .contains("\"title\":\"Pro\"");
        assertThat(send("POST", "accounts/1/api/project/1/licenses", "{\"title\":\"Pro\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void ownerCannotAccessOtherAccounts() throws Exception {
        fake.account("Other").project("Theirs");

        assertThat(send("GET", "accounts/1/api/project/2", "").statusCode()).isEqualTo(403);
        assertThat(send("GET", "accounts/9/api/projects", "").statusCode()).isEqualTo(404);
        assertThat(callConsole("GET", "accounts", "").path("accounts")).hasSize(2);
    }

    @Test
    void ownerCannotUseRuntimeRoutes() throws Exception {
        assertThat(send("POST", "accounts/1/api/project/has-paid", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void stubResponsesAndRateLimitDoNotAffectTheConsole() throws Exception {
        callConsole("POST", "stub-responses", "{\"operation\":\"project.list\",\"status\":503}");
        callConsole("PUT", "rate-limit", "{\"requests\":0,\"seconds\":60}");

        assertThat(send("GET", "accounts/1/api/projects", "").statusCode()).isEqualTo(200);
    }

    @Test
    void changesProjectSettings() throws Exception {
        String key = acme.license("Pro").key().reveal();
        assertThat(checkPayment(key)).isEqualTo(200);

        assertThat(callConsole("PATCH", "projects/1", "{\"is_locked\":true}").toString())
                .contains("\"is_locked\":true");
        assertThat(checkPayment(key)).isEqualTo(403);
        callConsole("PATCH", "projects/1", "{\"is_locked\":false}");
        assertThat(checkPayment(key)).isEqualTo(200);
        callConsole("PATCH", "projects/1", "{\"is_active\":false}");
        assertThat(checkPayment(key)).isEqualTo(403);
    }

    @Test
    void showsAndResetsUsage() throws Exception {
        FakeLicense pro = acme.license("Pro");
        checkPayment(pro.key().reveal());
        checkPayment(pro.key().reveal());

        assertThat(callConsole("GET", "usage?licenses=1", "").toString())
                .isEqualTo(
                        "{\"usage\":[{\"id\":1,\"validate_against\":\"license_domains\",\"checks_today\":2,\"domains\":{\"example.com\":[\"shop.example.com\"]}}]}");
        assertThat(callConsole("DELETE", "usage/1", "").toString()).contains("\"checks_today\":0", "\"domains\":{}");
    }

    @Test
    void statusContainsNewRequestsWithMaskedCredentials() throws Exception {
        String key = createKey();
        listProjects(key);
        JsonNode first = callConsole("GET", "status", "");
        listProjects("wrong");
        JsonNode second = callConsole("GET", "status?after=1", "");

        assertThat(first.path("requests")).hasSize(1);
        assertThat(first.path("requests").get(0).path("headers").toString())
                .containsIgnoringCase("\"X-API-KEY\":\"****\"");
        assertThat(first.toString()).doesNotContain(key);
        assertThat(second.path("requests")).hasSize(1);
        assertThat(second.path("requests").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(second.path("requests").get(0).path("status").asInt()).isEqualTo(403);
        assertThat(second.path("end").asInt()).isEqualTo(2);
    }

    @Test
    void clearedLogContinuesItsNumbers() throws Exception {
        listProjects("wrong");
        callConsole("DELETE", "requests", "");
        assertThat(callConsole("GET", "status?after=1", "").path("dropped").asInt())
                .isEqualTo(1);

        listProjects("wrong");
        JsonNode status = callConsole("GET", "status?after=1", "");
        assertThat(status.path("requests").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(callConsole("GET", "status?after=99", "").path("requests")).hasSize(1);
    }

    @Test
    void readingDoesNotChangeTheRevision() throws Exception {
        long before = fake.revision();

        callConsole("GET", "status", "");
        callConsole("GET", "accounts", "");
        callConsole("GET", "accounts/1/keys", "");
        callConsole("GET", "accounts/1/api/projects", "");
        assertThat(fake.revision()).isEqualTo(before);
        callConsole("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true}");
        assertThat(fake.revision()).isGreaterThan(before);
    }

    @Test
    void movesStopsAndStartsTheClock() throws Exception {
        Instant start = fake.clock().instant();

        callConsole("PATCH", "clock", "{\"advance_hours\":25}");
        assertThat(fake.clock().instant()).isEqualTo(start.plus(Duration.ofHours(25)));
        callConsole("PATCH", "clock", "{\"set\":\"2030-01-02T03:04:05Z\"}");
        assertThat(fake.clock().instant()).isEqualTo(Instant.parse("2030-01-02T03:04:05Z"));
        callConsole("PATCH", "clock", "{\"running\":true}");
        assertThat(fake.clock().isRunning()).isTrue();
        callConsole("PATCH", "clock", "{\"running\":false}");
        assertThat(fake.clock().isRunning()).isFalse();
        assertThat(callConsole("PATCH", "clock", "{\"system_time\":true}")
                        .path("running")
                        .asBoolean())
                .isTrue();
        assertThat(fake.clock().instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advance_hours\":2000000000}",
                "{\"advance_hours\":\"x\"}",
                "{\"set\":\"+99999-01-01T00:00:00Z\"}",
                "{\"set\":\"soon\"}"
            })
    void rejectsInvalidTimes(String body) throws Exception {
        Instant before = fake.clock().instant();

        assertThat(send("PATCH", "clock", body).statusCode()).isEqualTo(422);
        assertThat(fake.clock().instant()).isEqualTo(before);
    }

    @Test
    void addsAndRemovesStubResponses() throws Exception {
        String key = createKey();
        JsonNode faults = callConsole(
                "POST",
                "stub-responses",
                "{\"operation\":\"project.list\",\"status\":429,\"retry_after\":5,\"times\":2,\"body\":\"{}\"}");

        assertThat(faults.path("stubs").path("project.list").asInt()).isEqualTo(2);
        assertThat(listProjects(key)).isEqualTo(429);
        callConsole("DELETE", "stub-responses", "");
        assertThat(listProjects(key)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void aStubResponseIsSentAfterTheRequestWasProcessed(int executions, int projects) throws Exception {
        String key = fake.createGlobalKey().reveal();
        callConsole(
                "POST",
                "stub-responses",
                "{\"operation\":\"project.create\",\"status\":502,\"executions\":" + executions + "}");

        int status = call(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "project"))
                .header("X-API-KEY", key)
                .POST(BodyPublishers.ofString("{\"name\":\"New\"}")));

        assertThat(status).isEqualTo(502);
        assertThat(callConsole("GET", "accounts/1/api/projects", "")
                        .path("data")
                        .path("data"))
                .hasSize(projects);
    }

    @Test
    void showsWebhooksWithTheirAttemptsAndSendsThemAgain() throws Exception {
        List<String> events = new ArrayList<>();
        fake.onWebhook(webhook -> events.add(webhook.event()));
        String secret = "the secret of the webhooks";
        JsonNode target = callConsole(
                "PATCH",
                "accounts/1/webhook",
                "{\"webhook_url\":\"https://acme.example/hook\",\"webhook_secret\":\"" + secret + "\"}");
        callConsole("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true,\"webhook_secret\":\"" + secret + "\"}");

        JsonNode listed = callConsole("GET", "webhooks", "");
        JsonNode webhook = listed.path("webhooks").get(0);
        assertThat(webhook.path("event").asString()).isEqualTo("project.paid");
        assertThat(webhook.path("delivered").asBoolean()).isTrue();
        assertThat(webhook.path("attempts")).hasSize(1);
        JsonNode resent =
                callConsole("POST", "webhooks/resend?id=" + webhook.path("id").asString(), "");
        assertThat(resent.path("webhooks").get(0).path("attempts")).hasSize(2);
        assertThat(events).containsExactly("project.paid", "project.paid");
        assertThat(target.path("has_webhook_secret").asBoolean()).isTrue();
        assertThat(List.of(
                        target,
                        listed,
                        callConsole("GET", "accounts/1/webhook", ""),
                        callConsole("GET", "projects/1", ""),
                        callConsole("GET", "accounts/1/api/project/1", ""),
                        callConsole("GET", "status", "")))
                .allSatisfy(shown -> assertThat(shown.toString()).doesNotContain(secret));
        assertThat(send("POST", "webhooks/resend?id=none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheLastDeliveryOfInjectables() throws Exception {
        acme.injectable("banner", Secret.of("a good secret"), "x");
        assertThat(callConsole("GET", "deliveries?injectables=1", "").toString())
                .isEqualTo("{\"deliveries\":[{\"id\":1,\"last_delivered_at\":null}]}");

        call(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "injectable/stream"))
                .header("X-LICENSE-KEY", acme.license("Pro").key().reveal()));

        assertThat(callConsole("GET", "deliveries?injectables=1", "").toString())
                .contains("\"last_delivered_at\":\"20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":503}",
                "{\"operation\":\"nothing\",\"status\":503}",
                "{\"operation\":\"project.list\",\"status\":100}",
                "{\"operation\":\"project.list\",\"status\":600}",
                "{\"operation\":\"project.list\",\"status\":503,\"times\":0}",
                "{\"operation\":\"project.list\",\"status\":503,\"executions\":3}"
            })
    void rejectsInvalidStubResponses(String body) throws Exception {
        assertThat(send("POST", "stub-responses", body).statusCode()).isEqualTo(422);
    }

    @Test
    void controlsRateLimitAndCachedReads() throws Exception {
        String key = createKey();

        assertThat(callConsole("PUT", "rate-limit", "{\"requests\":1,\"seconds\":60}")
                        .toString())
                .contains("\"requests\":1", "\"seconds\":60");
        assertThat(listProjects(key)).isEqualTo(200);
        assertThat(listProjects(key)).isEqualTo(429);
        callConsole("DELETE", "rate-limit", "");
        assertThat(listProjects(key)).isEqualTo(200);
        assertThat(callConsole("PUT", "cached-reads", "{\"on\":true}")
                        .path("cached_reads")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing",
        "POST, status",
        "GET, keys/1",
        "POST, keys/9/revoke",
        "GET, projects/9",
        "DELETE, usage/9"
    })
    void unknownResourcesAreNotFound(String method, String path) throws Exception {
        assertThat(send(method, path, "").statusCode()).isEqualTo(404);
    }

    private String createKey() throws Exception {
        return callConsole("POST", "accounts/1/keys", "{\"name\":\"CI\",\"scopes\":[\"projects:read\"]}")
                .path("value")
                .asString();
    }

    private int listProjects(String key) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "projects"))
                .header("X-API-KEY", key));
    }

    private int checkPayment(String licenseKey) throws Exception {
        return call(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "project/has-paid?action=check_project"))
                .header("X-LICENSE-KEY", licenseKey)
                .POST(BodyPublishers.ofString("{}")));
    }

    private static int call(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.header("X-Devpayr-Domain", "shop.example.com").build(), BodyHandlers.discarding())
                .statusCode();
    }

    private JsonNode callConsole(String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return HTTP.send(
                request("console/api/" + path)
                        .header("X-Devpayr-Console", "1")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    /** Sends a raw request that the JDK's client would not send, and returns the status of the response. */
    private int raw(String... lines) throws Exception {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(String.join("\r\n", all).getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
