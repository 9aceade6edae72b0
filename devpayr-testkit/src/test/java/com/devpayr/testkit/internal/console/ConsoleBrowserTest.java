package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.browser.Chromium;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the console in a browser. */
class ConsoleBrowserTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before all tests, or none runs
    private static Chromium chromium;

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);

    @BeforeAll
    static void start() throws Exception {
        Path program = Chromium.installed().orElse(null);
        if (program == null) {
            System.err.println("SKIPPED: the console was not tested, since there is no Chromium on this machine"
                    + " (Debian: apt-get install chromium)");
            abort("no Chromium");
        }
        chromium = new Chromium(program, Files.createTempDirectory(Path.of("target"), "chromium-"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.quit();
        }
    }

    /** Leaves the page first, because it would report that the emulator is not responding. */
    @AfterEach
    void stopEmulator() throws Exception {
        leave();
        emulator.close();
    }

    @Test
    void createsUsesAndRevokesAKey() throws Exception {
        fake.project("Acme");
        open("#/keys");

        chromium.await("document.querySelector('#new-key')");
        chromium.evaluate("document.querySelector('#new-key [name=name]').focus()");
        chromium.type("Nightly build");
        chromium.pressEnter();
        chromium.await("document.querySelector('#new-key-value[open] .value')");
        String value = chromium.text("document.querySelector('#new-key-value .value').textContent");
        assertThat(value).startsWith("gk_");

        chromium.evaluate("document.querySelector('#new-key-value .primary').focus()");
        chromium.pressEnter();
        chromium.await("!document.querySelector('#new-key-value')");
        assertThat(pageSource()).contains("Nightly build").doesNotContain(value);

        assertThat(listProjects(value)).isEqualTo(200);
        chromium.await("document.querySelector('#log-rows li .badge').textContent === '200'");
        assertThat(chromium.text("document.querySelector('#log-rows li').textContent"))
                .contains("GET", "/projects", "project.list", "****")
                .doesNotContain(value);

        chromium.evaluate("document.querySelector('[aria-label=\"Revoke Nightly build\"]').click()");
        chromium.await("document.querySelector('[data-key] .badge').textContent === 'revoked'");
        assertThat(listProjects(value)).isEqualTo(403);
        chromium.await("document.querySelector('#log-rows li .badge').textContent === '403'");

        open("#/keys");
        chromium.await("document.querySelector('[data-key]')");
        assertThat(pageSource()).doesNotContain(value);
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void rendersAScriptInANameAsText() throws Exception {
        String name = "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">";
        fake.project(name);
        open("#/projects");

        chromium.await("document.querySelector('#main td a')");

        assertThat(chromium.text("document.querySelector('#main td a').textContent"))
                .isEqualTo(name);
        assertThat(chromium.evaluate("document.querySelectorAll('#main script, #main img').length")
                        .asInt())
                .isZero();
        chromium.evaluate("document.querySelector('#main td a').click()");
        chromium.await("document.querySelector('#project-name')");
        assertThat(chromium.text("document.querySelector('#project-name').textContent"))
                .isEqualTo(name);
        assertThat(chromium.text("document.title")).doesNotContain("run");
        assertThat(chromium.errors()).isEmpty();
    }

    @Test
    void togglesPayment() throws Exception {
        fake.project("Acme");
        open("#/projects");

        chromium.await("document.querySelector('[aria-label=\"Acme is paid\"]')");
        chromium.evaluate("document.querySelector('[aria-label=\"Acme is paid\"]').click()");
        chromium.await("document.querySelector('#status').textContent === 'Acme is paid: yes.'");

        assertThat(fake.snapshot().json()).contains("\"has_paid\" : true");
    }

    @Test
    void showsAWebhookAndSendsItAgainWithoutShowingItsSecret() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        fake.onWebhook(webhook -> events.add(webhook.event()));
        FakeProject acme = fake.project("Acme").webhook("https://acme.example/hook", Secret.of("the webhook secret"));
        acme.license("Pro").revoked();
        open("#/webhooks");

        chromium.await("document.querySelector('[data-webhook] summary').textContent.startsWith('license.revoked')");
        chromium.evaluate("document.querySelector('[data-webhook] button').click()");
        chromium.await("document.querySelectorAll('[data-webhook]:first-child td:nth-child(2) .quiet').length === 2");

        assertThat(events).containsExactly("project.updated", "license.created", "license.revoked", "license.revoked");
        assertThat(pageSource()).contains("https://acme.example/hook").doesNotContain("the webhook secret");
        assertThat(chromium.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/projects",
                "#/projects/1",
                "#/projects/1/domains",
                "#/keys",
                "#/webhooks",
                "#/requests",
                "#/faults",
                "#/clock"
            })
    void pagesFitASmallScreen(String page) throws Exception {
        fake.project("A project with quite a long name")
                .license("A license with a title that is long as well, and longer");
        String key = fake.createGlobalKey().reveal();
        listProjects(key);
        chromium.resize(360, 740);
        open(page);
        chromium.await("document.querySelector('#main h2, #log-rows li')");

        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(360);
        chromium.resize(1440, 900);
    }

    /** Opens an empty page in between, so that the browser reloads the page. */
    private void open(String hash) throws Exception {
        leave();
        chromium.errors().clear();
        chromium.open(URI.create(emulator.baseUrl()).resolve("/" + hash).toString());
    }

    private static void leave() throws Exception {
        chromium.open("about:blank");
        chromium.await("location.href === 'about:blank'");
    }

    private static String pageSource() throws Exception {
        return chromium.text("document.documentElement.outerHTML");
    }

    private int listProjects(String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "projects"))
                .header("X-API-KEY", key)
                .header("X-Devpayr-Domain", "ci.example.com")
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
