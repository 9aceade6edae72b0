package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the settings of an emulator, its health check and its OpenAPI document. */
class EmulatorSettingsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.builder(fake)
            .publicHost("devpayr")
            .requestLog(lines::add)
            .start();
    private final int port = URI.create(emulator.baseUrl()).getPort();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void healthCheckNeedsNoKey() throws Exception {
        HttpResponse<String> response = send("GET", "/health", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @CsvSource({"HEAD, /health, 200", "HEAD, /openapi.json, 200", "POST, /health, 405", "DELETE, /openapi.json, 405"})
    void healthCheckAndDocumentAreReadOnly(String method, String path, int status) throws Exception {
        HttpResponse<String> response = send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void servesItsOpenApiDocumentToAllOrigins() throws Exception {
        HttpResponse<String> response = send("GET", "/openapi.json", "");
        JsonNode document = JsonMapper.shared().readTree(response.body());

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo("/api/v1");
        assertThat(send("GET", "/", "").body()).contains("href=\"/openapi.json\"");
    }

    @Test
    void baseUrlHasThePublicHost() {
        assertThat(emulator.baseUrl()).isEqualTo("http://devpayr:" + port + "/api/v1/");
        try (DevPayrEmulator behindProxy =
                DevPayrEmulator.builder(fake).publicHost("devpayr.test:80").start()) {
            assertThat(behindProxy.baseUrl()).isEqualTo("http://devpayr.test:80/api/v1/");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "devpayr, http://devpayr, 200",
        "devpayr:8787, http://devpayr:8787, 200",
        "DEVPAYR, http://DEVPAYR, 200",
        "localhost, http://localhost, 200",
        "devpayr, http://evil.example.com, 403",
        "evil.example.com, http://evil.example.com, 403",
        "devpayr.evil.example.com, http://devpayr.evil.example.com, 403"
    })
    void consoleAcceptsThePublicHost(String host, String origin, int status) throws IOException {
        assertThat(sendRaw(
                        "GET /console/api/accounts HTTP/1.1",
                        "Host: " + host,
                        "Origin: " + origin,
                        "X-Devpayr-Console: 1"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://devpayr", "devpayr/console", "devpayr:", "a b", "user@devpayr"})
    void rejectsAnInvalidPublicHost(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DevPayrEmulator.builder(fake).publicHost(host));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/project/7/licenses?per_page=5, '', GET /api/v1/project/7/licenses?per_page=5 license.list 401",
        "GET, /api/v1/injectable/stream?license=abc&x=1, '', "
                + "GET /api/v1/injectable/stream?license=****&x=1 injectable.stream 403",
        "GET, /api/v1, '', GET /api/v1/ ping 200",
        "GET, /api/v1/nothing, '', GET /api/v1/nothing - 404",
        "GET, /nothing, '', GET /nothing - 404",
        "POST, /api/v1/project, no JSON, POST /api/v1/project project.create 400"
    })
    void logsALineForEachRequest(String method, String target, String body, String line) throws Exception {
        send(method, target, body);

        assertThat(lines).singleElement().asString().matches(Pattern.quote(line) + " \\d+ ms");
    }

    @Test
    void doesNotLogTheConsole() throws Exception {
        send("GET", "/", "");
        send("GET", "/health", "");

        assertThat(lines).isEmpty();
    }

    private HttpResponse<String> send(String method, String target, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .header("X-Devpayr-Domain", "shop.example.com")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a request with a host that the JDK's client would not send, and returns the status. */
    private int sendRaw(String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(response.split(" ", 3)[1]);
        }
    }
}
