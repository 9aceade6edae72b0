package com.devpayr.testkit.internal.console;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.browser.Chromium;
import com.devpayr.testkit.model.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A program that takes screenshots of all pages, narrow and wide, light and dark, for a visual check after changes. */
final class ConsoleScreenshots {
    private static final Map<String, String> PAGES = Map.of(
            "projects", "#/projects",
            "licenses", "#/projects/1",
            "domains", "#/projects/1/domains",
            "injectables", "#/projects/1/injectables",
            "keys", "#/keys",
            "requests", "#/requests",
            "faults", "#/faults",
            "clock", "#/clock");

    private final Chromium chromium;
    private final Path directory;
    private final String root;

    private ConsoleScreenshots(Chromium chromium, Path directory, String root) {
        this.chromium = chromium;
        this.directory = directory;
        this.root = root;
    }

    /** Takes the output directory as argument. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        Chromium chromium =
                new Chromium(Chromium.installed().orElseThrow(), Files.createTempDirectory(directory, "profile-"));
        try (DevPayrEmulator emulator = DevPayrEmulator.start(example())) {
            String root = URI.create(emulator.baseUrl()).resolve("/").toString();
            new ConsoleScreenshots(chromium, directory, root).takeAll();
        } finally {
            chromium.quit();
        }
    }

    private static InMemoryDevPayr example() throws Exception {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject acme = fake.project("Acme Shop plugin").paid();
        fake.project("<script>alert('text')</script>");
        fake.project("A second product");
        acme.license("Jane Doe, Pro");
        acme.license("Returned license").revoked();
        acme.domain("shop.example.com").paid();
        acme.domain("staging.shop-with-a-long-name.example.com");
        acme.injectable("welcome", Secret.of("a good secret"), "Hello!");
        fake.newApiKey("Old pipeline").create().key().revoke();
        fake.newApiKey("Read only")
                .scopes(Scope.LICENSES_READ, Scope.PROJECTS_READ)
                .create();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            call(
                    emulator.baseUrl() + "projects",
                    "X-API-KEY",
                    fake.createGlobalKey().reveal());
            call(emulator.baseUrl() + "project/1/licenses?per_page=2", "X-API-KEY", "wrong");
            call(
                    emulator.baseUrl() + "injectable/stream",
                    "X-LICENSE-KEY",
                    acme.license("Used").key().reveal());
            call(emulator.baseUrl() + "nothing/here", "X-Unused", "x");
        }
        return fake;
    }

    private static void call(String url, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header(header, value)
                .header("X-Devpayr-Domain", "shop.example.com")
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private void takeAll() throws Exception {
        for (int width : new int[] {360, 1440}) {
            chromium.resize(width, 900);
            for (String scheme : new String[] {"light", "dark"}) {
                chromium.prefer(scheme);
                for (Map.Entry<String, String> page : PAGES.entrySet()) {
                    open(page.getValue());
                    take(page.getKey(), width, scheme);
                }
                open("#/keys");
                chromium.evaluate("document.querySelector('#new-key [name=name]').value = 'Nightly build'");
                chromium.evaluate("document.querySelector('#new-key').requestSubmit()");
                chromium.await("document.querySelector('#new-key-value')");
                take("new-key", width, scheme);
            }
        }
    }

    private void open(String hash) throws Exception {
        chromium.open("about:blank");
        chromium.await("location.href === 'about:blank'");
        chromium.open(root + hash);
        chromium.await("document.querySelector('#main > div')");
        chromium.evaluate("document.querySelectorAll('#log-rows details')[1].open = true");
    }

    private void take(String name, int width, String scheme) throws Exception {
        Files.write(directory.resolve(name + "-" + width + "-" + scheme + ".png"), chromium.screenshot());
    }
}
