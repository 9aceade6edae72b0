package com.devpayr.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the CORS headers that DevPayr's browser SDK needs to use the emulator. */
class CorsPolicyTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void preflightAllowsTheMethodsAndHeadersOfTheApi() throws Exception {
        HttpResponse<Void> preflight = HTTP.send(
                fromAPage("project/has-paid")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "x-license-key,x-devpayr-domain")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(list(preflight, "Access-Control-Allow-Methods"))
                .containsExactlyInAnyOrder("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(list(preflight, "Access-Control-Allow-Headers"))
                .containsExactlyInAnyOrder(
                        "Accept", "Content-Type", "X-API-KEY", "X-LICENSE-KEY", "X-Devpayr-Domain", "X-Requested-With");
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void allResponsesAreReadableByPages() throws Exception {
        String key = fake.createGlobalKey().reveal();
        HttpResponse<Void> success = listProjects(key);
        HttpResponse<Void> refusal = listProjects("wrong");
        fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(429).header("Retry-After", "7"));
        HttpResponse<Void> fault = listProjects(key);

        assertThat(List.of(success, refusal, fault))
                .allSatisfy(response -> assertThat(header(response, "Access-Control-Allow-Origin"))
                        .isEqualTo("*"));
        assertThat(header(fault, "Access-Control-Expose-Headers")).isEqualTo("Retry-After");
    }

    @Test
    void cookiesAreNeverAllowed() throws Exception {
        assertThat(listProjects("wrong").headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void requestsWithoutOriginGetNoCorsHeaders() throws Exception {
        HttpResponse<Void> response =
                HTTP.send(HttpRequest.newBuilder(URI.create(emulator.baseUrl())).build(), BodyHandlers.discarding());

        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void optionsRequestThatIsNotAPreflightIsNotFound() throws Exception {
        HttpRequest request =
                fromAPage("projects").method("OPTIONS", BodyPublishers.noBody()).build();

        assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<Void> listProjects(String key) throws Exception {
        return HTTP.send(fromAPage("projects").header("X-API-KEY", key).build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder fromAPage(String path) {
        return HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
                .header("Origin", "https://app.example.com");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static List<String> list(HttpResponse<?> response, String name) {
        return List.of(header(response, name).split(", ", -1));
    }
}
