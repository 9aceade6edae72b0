package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An emulator with two projects, and requests to it. */
final class SupportFixture implements AutoCloseable {
    static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String HOST = "shop.example.com";
    private static final Secret SECRET = Secret.of("a good secret");

    final InMemoryDevPayr fake = InMemoryDevPayr.create();
    final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    final FakeProject acme = fake.project("Acme").paid();
    final FakeDomain shop = acme.domain(HOST).paid();
    final FakeLicense pro = acme.license("Pro");
    final FakeInjectable banner = acme.injectable("banner", SECRET, "x");
    final FakeProject other = fake.project("Other");
    final FakeLicense foreignLicense = other.license("Foreign");
    final FakeDomain foreignDomain = other.domain("foreign.example.com");
    final FakeInjectable foreignInjectable = other.injectable("foreign", SECRET, "x");
    String apiKey = fake.createGlobalKey().reveal();

    @Override
    public void close() {
        emulator.close();
    }

    String keyWith(Scope scope) {
        return fake.newApiKey("k").scopes(scope).create().value().reveal();
    }

    /** Uploads a file and returns its id. */
    long upload() throws Exception {
        String form =
                Stream.of("type=file", "mode=inject", "target_path=a.js", "secret=a good secret", "only_if_paid=0")
                                .map(field -> field.split("=", 2))
                                .map(field -> "--X\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n"
                                        + field[1] + "\r\n")
                                .collect(Collectors.joining())
                        + "--X\r\nContent-Disposition: form-data; name=\"is_active\"\r\n\r\n1\r\n"
                        + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.js\"\r\n\r\npay()\r\n--X--\r\n";
        String body = send(
                201,
                request("POST", "project/1/injectables", form)
                        .setHeader("Content-Type", "multipart/form-data; boundary=X")
                        .header("X-API-KEY", apiKey));
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(body);
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    String cursorOf(String path) throws Exception {
        acme.license("For a cursor with an id");
        acme.license("that no project has");
        Matcher cursor = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(expect(200, "GET", path, ""));
        assertThat(cursor.find()).isTrue();
        return cursor.group(1).replace("+", "%2B").replace("=", "%3D");
    }

    String expect(int status, String method, String path, String body, String... parts) throws Exception {
        return send(status, request(method, path, body).header("X-API-KEY", apiKey), parts);
    }

    String expectCheck(int status, String query, String... parts) throws Exception {
        return send(status, asApplication(request("POST", "project/has-paid" + query, "{}")), parts);
    }

    void expectCheckOn(String domain, int status) throws Exception {
        send(status, asApplication(request("POST", "project/has-paid", "{}")).setHeader("X-Devpayr-Domain", domain));
    }

    String expectStream(int status, String method, String... parts) throws Exception {
        return send(status, asApplication(request(method, "injectable/stream", "")), parts);
    }

    private HttpRequest.Builder asApplication(HttpRequest.Builder request) {
        return request.header("X-LICENSE-KEY", pro.key().reveal());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Devpayr-Domain", HOST);
    }

    private static String send(int status, HttpRequest.Builder request, String... parts) throws Exception {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        for (String part : parts) {
            assertThat(response.body()).contains(part);
        }
        return response.body();
    }
}
