package com.devpayr.examples.dashboard;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.browser.Chromium;
import java.net.URI;
import java.time.Instant;

/** Example data in the emulator's console. */
final class ConsoleScreenshot {
    private ConsoleScreenshot() {}

    static byte[] take(Chromium chromium) throws Exception {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        FakeProject shop = platform.project("Acme Photos").paid();
        shop.domain("photos.example.com").paid();
        shop.license("Jane Doe, Pro").expiresAt(Instant.parse("2030-01-01T00:00:00Z"));
        shop.license("John Smith, Basic");
        shop.license("Refunded order").revoked();
        platform.project("Acme Maps");
        try (DevPayrEmulator emulator = DevPayrEmulator.start(platform)) {
            chromium.resize(1200, 640);
            chromium.open(
                    URI.create(emulator.baseUrl()).resolve("/#/projects/1").toString());
            chromium.await("document.querySelector('#main > div') && document.querySelector('table')");
            return chromium.screenshot();
        }
    }
}
