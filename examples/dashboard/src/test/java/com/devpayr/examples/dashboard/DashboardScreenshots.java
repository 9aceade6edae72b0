package com.devpayr.examples.dashboard;

import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A program that takes the screenshots in docs/images: of this example and of the emulator's console. Runs in the root directory of the repository. */
final class DashboardScreenshots {
    private static final Path IMAGES = Path.of("docs", "images");

    private DashboardScreenshots() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(IMAGES);
        Path profile = Files.createTempDirectory("dashboard-screenshots-");
        Chromium chromium = new Chromium(Chromium.installed().orElseThrow(), profile);
        try (DashboardFixture fixture = new DashboardFixture()) {
            FakeLicense license = DashboardDemo.addData(fixture, Instant.parse("2026-11-26T12:00:00Z"));
            logIn(chromium, fixture);
            chromium.resize(1440, 760);
            take(chromium, fixture.url("/projects/1"), "document.querySelector('table')", "dashboard-1440.png");
            chromium.resize(390, 844);
            take(
                    chromium,
                    fixture.url("/projects/1/licenses/" + license.id()),
                    "document.querySelectorAll('svg .denied').length === 2", // all webhooks have arrived
                    "dashboard-390.png");
            Files.write(IMAGES.resolve("console.png"), ConsoleScreenshot.take(chromium));
        } finally {
            chromium.quit();
        }
    }

    private static void logIn(Chromium chromium, DashboardFixture fixture) throws Exception {
        chromium.open(fixture.url("/login"));
        chromium.await("document.querySelector('#username')");
        chromium.evaluate("document.querySelector('#username').value = '" + DashboardFixture.USER + "'");
        chromium.evaluate("document.querySelector('#password').value = '" + DashboardFixture.PASSWORD + "'");
        chromium.evaluate("document.querySelector('main form').requestSubmit()");
        chromium.await("document.querySelector('h1').textContent === 'Projects'");
    }

    private static void take(Chromium chromium, String url, String condition, String name) throws Exception {
        chromium.open(url);
        chromium.await("location.href === '" + url + "' && document.readyState === 'complete' && " + condition);
        Files.write(IMAGES.resolve(name), chromium.screenshot());
    }
}
