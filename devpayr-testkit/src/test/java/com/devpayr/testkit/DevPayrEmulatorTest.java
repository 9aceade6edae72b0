package com.devpayr.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.project.Project;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the forms of requests that this library does not send, but clients in other languages do. */
class DevPayrEmulatorTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Secret SECRET = Secret.of("correct horse battery");

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final FakeProject acme = fake.project("Acme").paid();
    private final ApiKey key = fake.createGlobalKey();
    private final FakeLicense pro = acme.license("Pro");

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "PUT"})
    void projectCanBeUpdatedByPatchAndPut(String method) throws Exception {
        assertThat(call(method, "project/1", "{\"description\":\"x\"}").body()).contains("\"description\":\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]"})
    void stateChangeAcceptsEmptyBodies(String body) throws Exception {
        assertThat(call("POST", "project/1/licenses/1/revoke", body).statusCode())
                .isEqualTo(200);
        assertThat(call("POST", "project/1/licenses/1/reactivate", body).body())
                .contains("\"data\":{\"message\":\"License reactivated successfully.\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, project/1/domain/1, 200",
        "GET, project/1/domains/1, 404",
        "PUT, project/1/domain/1, 200",
        "PUT, project/1/domains/1, 404",
        "DELETE, project/1/domain/1, 404",
        "DELETE, project/1/domains/1, 200"
    })
    void domainRoutesUseSingularAndPlural(String method, String path, int status) throws Exception {
        acme.domain("shop.example.com");

        assertThat(call(method, path, "").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void streamAcceptsGetAndPost(String method) throws Exception {
        acme.injectable("banner", SECRET, "hello");

        assertThat(callAsApplication(method, "injectable/stream", "").body())
                .contains("\"slug\":\"banner\"", "\"has_more\":false", "\"next_cursor\":null");
    }

    @Test
    void licenseKeyIsAcceptedInQueryAndBody() throws Exception {
        String uuid = pro.key().reveal();

        assertThat(callWithoutKey("POST", "project/has-paid?action=check_project&license=" + uuid, "{}")
                        .body())
                .contains("\"has_paid\":true");
        assertThat(callWithoutKey("POST", "project/has-paid?action=check_project", "{\"license\":\"" + uuid + "\"}")
                        .body())
                .contains("\"has_paid\":true");
        assertThat(fake.requests().toString()).doesNotContain(uuid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]"})
    void checkAcceptsEmptyBodies(String body) throws Exception {
        assertThat(callAsApplication("POST", "project/has-paid?action=check_project", body)
                        .body())
                .contains("\"has_paid\":true");
    }

    @ParameterizedTest
    @CsvSource({"PUT, ''", "POST, PUT"})
    void fileCanBeReplacedByPutAndByPost(String method, String override) throws Exception {
        acme.injectable("banner", SECRET, "old");
        String form = part("_method", override) + part("secret", SECRET.reveal())
                + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\nnew\r\n--X--\r\n";

        HttpResponse<String> response = send(
                method, "project/1/injectables/1", form, "multipart/form-data; boundary=X", "X-API-KEY", key.reveal());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(InjectableCrypto.hash("new".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"5242880, 200", "5242881, 422"})
    void fileHasAtMostFiveMegabytes(int size, int status) throws Exception {
        acme.injectable("banner", SECRET, "old");
        String form = part("secret", SECRET.reveal())
                + "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                + "x".repeat(size) + "\r\n--X--\r\n";

        assertThat(send(
                                "PUT",
                                "project/1/injectables/1",
                                form,
                                "multipart/form-data; boundary=X",
                                "X-API-KEY",
                                key.reveal())
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void bodyOfMoreThanEightMebibytesIsRefused() throws Exception {
        String body = "{\"name\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";

        HttpResponse<String> refused = callWithoutKey("POST", "project", body);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void logIsBoundedAlsoForRequestsWithoutKey() throws Exception {
        String large = "x".repeat(1_000_000);
        StringBuilder fields = new StringBuilder("{\"meta\":{\"a\":\"" + large + "\"},\"name\":\"" + large + "\"");
        for (int i = 0; i < 1000; i++) {
            fields.append(",\"").append(i).append(large, 0, 5000).append("\":1");
        }

        assertThat(callWithoutKey("POST", "project?q=" + "y".repeat(50_000), fields + "}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(fake.requests()).singleElement().satisfies(request -> {
            assertThat(request.toString().length()).isLessThan(50_000);
            assertThat(request.fields().get("name")).asString().endsWith("… (1000000 characters)");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"license", "licens%65", "%6Cicense", "license%5B%5D", "license[0]", "LICENSE"})
    void logMasksLicenseKeysHoweverTheirParameterIsEncoded(String name) throws Exception {
        callWithoutKey(
                "POST", "project/has-paid?a=1&" + name.replace("[", "%5B").replace("]", "%5D") + "=the-key&b=2", "{}");

        assertThat(fake.requests()).singleElement().satisfies(request -> assertThat(request.target())
                .doesNotContain("the-key")
                .contains("a=1")
                .endsWith("=****&b=2"));
    }

    @Test
    void logShowsTheSizeOfContents() throws Exception {
        acme.injectable("banner", SECRET, "old");

        call("PUT", "project/1/injectables/1", "{\"content\":\"plaintext\",\"secret\":\"" + SECRET.reveal() + "\"}");

        assertThat(fake.requests()).singleElement().satisfies(request -> assertThat(request.fields())
                .isEqualTo(Map.of("content", "9 characters", "secret", "****")));
    }

    private static String part(String name, String value) {
        return value.isEmpty()
                ? ""
                : "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void rootHasNoEnvelope() throws Exception {
        assertThat(callWithoutKey("GET", "", "").body())
                .isEqualTo("{\"status\":\"ok\",\"message\":\"Welcome to DevPayr api endpoint\"}");
    }

    @Test
    void writesEmptyMetaAsArrayAndTimesWithMicroseconds() throws Exception {
        assertThat(call("GET", "project/1", "").body())
                .contains("\"meta\":[]")
                .matches(Pattern.compile(".*\"created_at\":\"[\\d-]+T[\\d:]+\\.\\d{6}Z\".*", Pattern.DOTALL));
    }

    @Test
    void missingKeyIs401WithTheDocumentedMessage() throws Exception {
        HttpResponse<String> response = callWithoutKey("GET", "projects", "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"status\":\"error\"", "Missing required X-API-KEY header.");
    }

    @Test
    void cursorsContainAnEqualsSignAndMustBeEncoded() throws Exception {
        for (int i = 0; i < 60; i++) {
            acme.license("L" + i);
        }
        String path = "project/1/licenses?per_page=1";
        int pages = 0;
        Matcher cursor;
        do {
            cursor = Pattern.compile("\"next_cursor\":\"([^\"]+)\"")
                    .matcher(call("GET", path, "").body());
            pages++;
            if (cursor.find()) {
                assertThat(cursor.group(1)).endsWith("=");
                path = "project/1/licenses?per_page=1&cursor="
                        + cursor.group(1).replace("+", "%2B").replace("=", "%3D");
            } else {
                break;
            }
        } while (pages <= 61); // ends also if the cursors repeat

        assertThat(pages).isEqualTo(61);
    }

    @ParameterizedTest
    @CsvSource({"per_page=0, 422", "per_page=x, 422", "per_page=51, 200", "cursor=bogus, 200"})
    void rejectsInvalidPages(String query, int status) throws Exception {
        assertThat(call("GET", "project/1/licenses?" + query, "").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, nothing", "DELETE, projects", "GET, project/abc", "GET, project/-1", "GET, project/1/"})
    void unknownRouteIsNotFound(String method, String path) throws Exception {
        assertThat(call(method, path, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "7", "[1]", "nonsense"})
    void rejectsABodyThatIsNotAnObject(String body) throws Exception {
        assertThat(call("POST", "project", body).statusCode()).isEqualTo(400);
    }

    @Test
    void sharesItsDataWithInProcessClients() throws Exception {
        assertThat(call("POST", "project", "{\"name\":\"Made over HTTP\"}").statusCode())
                .isEqualTo(201);

        assertThat(fake.connect(DevPayrConfig.builder()
                                .apiKey(key.reveal())
                                .domain("a")
                                .build())
                        .projects()
                        .listAll())
                .extracting(Project::name)
                .contains("Made over HTTP");
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, "application/json", "X-API-KEY", key.reveal());
    }

    private HttpResponse<String> callAsApplication(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                method,
                path,
                body,
                "application/json",
                "X-LICENSE-KEY",
                pro.key().reveal());
    }

    private HttpResponse<String> callWithoutKey(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, "application/json", "X-Unused", "x");
    }

    private HttpResponse<String> send(
            String method, String path, String body, String type, String credential, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .header("X-Devpayr-Domain", "shop.example.com")
                .header(credential, value)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
