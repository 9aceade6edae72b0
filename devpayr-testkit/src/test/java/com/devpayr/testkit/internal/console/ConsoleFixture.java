package com.devpayr.testkit.internal.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An emulator with a project, and a client of its console. */
final class ConsoleFixture implements AfterEachCallback {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final URI root = URI.create(emulator.baseUrl()).resolve("/");
    private final FakeProject project = fake.project("Acme");

    @Override
    public void afterEach(ExtensionContext context) {
        emulator.close();
    }

    InMemoryDevPayr fake() {
        return fake;
    }

    FakeProject project() {
        return project;
    }

    /** Creates an API key and returns its value. */
    String createKey() throws Exception {
        return call("POST", "accounts/1/keys", "{\"name\":\"CI\",\"scopes\":[\"projects:read\"]}")
                .path("value")
                .asString();
    }

    /** Lists the projects of the API and returns the status. */
    int listProjects(String key) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "projects"))
                .header("X-API-KEY", key));
    }

    /** Checks a license and returns the status. */
    int checkPayment(String licenseKey) throws Exception {
        return status(HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "project/has-paid?action=check_project"))
                .header("X-LICENSE-KEY", licenseKey)
                .POST(BodyPublishers.ofString("{}")));
    }

    /** Returns a request to the API. */
    HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path));
    }

    /** Sends a request to the API and returns the status of the response. */
    int status(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.header("X-Devpayr-Domain", "shop.example.com").build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Sends a request to the console, which must succeed, and returns the response. */
    JsonNode call(String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return JSON.readTree(response.body());
    }

    /** Sends a request to the console and returns the response. */
    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return HTTP.send(
                request("console/api/" + path)
                        .header("X-Devpayr-Console", "1")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    /** Sends a raw request that the JDK's client would not send, and returns the status of the response. */
    int sendRaw(String... lines) throws Exception {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.getOutputStream().write(String.join("\r\n", all).getBytes(US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return Integer.parseInt(response.split(" ", 3)[1]);
        }
    }

    /** Sends any request. */
    <T> HttpResponse<T> http(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
        return HTTP.send(request, handler);
    }
}
