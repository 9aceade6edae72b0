package com.devpayr.examples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.SignedWebhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Login, CSRF protection, headers and webhooks. */
@TestInstance(Lifecycle.PER_CLASS)
class SecurityTest {
    private final DashboardFixture fixture = new DashboardFixture("--dashboard.users.grace={noop}an encoded password");
    private final FakeProject project = fixture.project("Acme");
    private final FakeLicense license = project.license("Pro");

    @AfterAll
    void close() {
        fixture.close();
    }

    private String licensePath() {
        return "/projects/" + project.id() + "/licenses/" + license.id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/projects/1",
                "/projects/1/domains",
                "/projects/1/licenses/1",
                "/projects/1/licenses/1/revoke",
                "/events",
                "/error",
                "/nothing"
            })
    void everyPageRequiresALogin(String path) throws Exception {
        HttpResponse<String> response = fixture.client().get(path);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue(fixture.url("/login"));
        assertThat(response.body()).isEmpty();
    }

    @Test
    void acceptsAConfiguredPasswordOnly() throws Exception {
        HttpResponse<String> rejected =
                fixture.client().submit("/login", "/login", DashboardClient.login("a guessed password"));

        assertThat(rejected.headers().firstValue("Location")).hasValue(fixture.url("/login?error"));
        assertThat(fixture.client().page("/login?error")).contains("The user name or the password is wrong.");
        assertThat(fixture.client().logIn().page("/")).contains("Acme");
    }

    @Test
    void acceptsAnEncodedPassword() throws Exception {
        HttpResponse<String> accepted = fixture.client()
                .submit("/login", "/login", Map.of("username", "grace", "password", "an encoded password"));

        assertThat(accepted.headers().firstValue("Location")).hasValue(fixture.url("/"));
    }

    @Test
    void formsRequireACsrfToken() throws Exception {
        DashboardClient client = fixture.client().logIn();

        HttpResponse<String> revocation = client.post(licensePath() + "/revoke", Map.of());
        HttpResponse<String> login = fixture.client().post("/login", DashboardClient.login(DashboardFixture.PASSWORD));
        HttpResponse<String> logout = client.post("/logout", Map.of());

        assertThat(Stream.of(revocation, login, logout).map(HttpResponse::statusCode))
                .containsOnly(403);
        assertThat(revocation.body()).contains("The form has expired.");
        assertThat(client.page(licensePath())).contains("Active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/"})
    void responsesHaveSecurityHeaders(String path) throws Exception {
        HttpResponse<String> response = fixture.client().logIn().get(path);

        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void scriptsCannotReadTheSessionCookie() throws Exception {
        HttpResponse<String> response = fixture.client().get("/login");

        assertThat(response.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aPageThatIsOpenIsReloadedIfTheSessionHasEnded() throws Exception {
        HttpResponse<String> response = fixture.client().get("/", "HX-Request", "true");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void aLogoutEndsTheLiveUpdates() throws Exception {
        DashboardClient client = fixture.client().logIn();
        Stream<String> events = client.events().get().body();

        client.submit("/", "/logout", Map.of());

        assertThat(CompletableFuture.supplyAsync(events::toList)) // reads to the end
                .succeedsWithin(Duration.ofSeconds(30));
        assertThat(client.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aWebhookNeedsASignatureAndNoLogin() throws Exception {
        assertThat(send(DashboardFixture.WEBHOOK_SECRET)).isEqualTo(204);
        assertThat(send("a guessed secret")).isEqualTo(401);
    }

    private int send(String secret) throws Exception {
        SignedWebhook webhook =
                SignedWebhook.create("project.updated", "{\"id\": 99}", Secret.of(secret), Instant.now());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fixture.url("/webhooks/devpayr")));
        webhook.headers().forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.POST(BodyPublishers.ofByteArray(webhook.body())).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pw-5d1e"})
    void doesNotStartWithAPasswordThatIsMissingOrShort(String password) {
        assertThatThrownBy(() -> new DashboardFixture("--dashboard.users.ada=" + password).close())
                .hasStackTraceContaining("the password dashboard.users.ada is shorter than 8 characters");
    }

    @Test
    void doesNotStartWithoutAUser() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(DashboardApplication.class)
                        .properties("devpayr.api-key=gk_1", "DEVPAYR_WEBHOOKS_SECRET=whsec-canary", "server.port=0")
                        .run("--spring.datasource.url=jdbc:h2:mem:none")
                        .close())
                .hasStackTraceContaining("there is no user; set dashboard.users.<name>");
    }
}
