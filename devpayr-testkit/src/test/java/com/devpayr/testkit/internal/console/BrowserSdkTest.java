package com.devpayr.testkit.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeDomain;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.browser.Chromium;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sends the requests of DevPayr's browser SDK from a page of another origin in a browser. */
class BrowserSdkTest {
    private static final String HOST = "shop.example.com";

    @SuppressWarnings("NullAway.Init") // set before all tests, or none runs
    private static Chromium chromium;

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final FakeProject acme = fake.project("Acme").paid();
    private final FakeDomain shop = acme.domain(HOST).paid();
    private final FakeLicense pro = acme.license("Pro");
    private final HttpServer page = startPage();

    @BeforeAll
    static void start() throws Exception {
        Path program = Chromium.installed().orElse(null);
        if (program == null) {
            System.err.println("SKIPPED: the browser SDK was not tested, since there is no Chromium on this machine"
                    + " (Debian: apt-get install chromium)");
            abort("no Chromium");
        }
        chromium = new Chromium(program, Files.createTempDirectory(Path.of("target"), "chromium-"));
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.quit();
        }
    }

    @AfterEach
    void stop() {
        emulator.close();
        page.stop(0);
    }

    private static HttpServer startPage() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] html = "<!doctype html><title>Shop</title>".getBytes(UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void validLicenseGetsItsStatusAndInjectables() throws Exception {
        acme.injectable("banner", Secret.of("a good secret"), "hello").onlyIfPaid();
        openPage();

        assertThat(post("project/has-paid", pro.key().reveal()))
                .startsWith("200 ")
                .contains("\"has_paid\":true");
        assertThat(post("injectable/stream", pro.key().reveal()))
                .startsWith("200 ")
                .contains("\"slug\":\"banner\"", "\"encrypted_content\":\"");
        assertThat(fake.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                .containsEntry("X-Requested-With", "DevPayr-SDK")
                .containsEntry("X-Devpayr-Domain", HOST)
                .containsEntry("Accept", "application/json")
                .containsEntry("Content-Type", "application/json")
                .containsKey("Origin"));
    }

    @Test
    void unpaidDomainIsReported() throws Exception {
        shop.unpaid();
        acme.unpaid();
        acme.injectable("banner", Secret.of("a good secret"), "hello").onlyIfPaid();
        openPage();

        assertThat(post("project/has-paid", pro.key().reveal()))
                .startsWith("200 ")
                .contains("\"has_paid\":false");
        assertThat(post("injectable/stream", pro.key().reveal()))
                .startsWith("200 ")
                .contains("\"injectables\":[]");
    }

    @Test
    void revokedLicenseIsRefusedReadably() throws Exception {
        pro.revoked();

        assertRefused(pro.key().reveal(), "This license has been revoked.");
    }

    @Test
    void expiredLicenseIsRefusedReadably() throws Exception {
        pro.expiresAt(fake.clock().instant());

        assertRefused(pro.key().reveal(), "This license has expired.");
    }

    @Test
    void unknownLicenseIsRefusedReadably() throws Exception {
        assertRefused("0199-unknown", "Invalid license key.");
    }

    private void assertRefused(String licenseKey, String message) throws Exception {
        openPage();

        assertThat(post("project/has-paid", licenseKey)).startsWith("403 ").contains(message);
        assertThat(post("injectable/stream", licenseKey)).startsWith("403 ").contains(message);
    }

    private void openPage() throws Exception {
        String url = "http://localhost:" + page.getAddress().getPort() + "/";
        chromium.open(url);
        chromium.await("location.href === '" + url + "' && document.title === 'Shop'");
    }

    /** Sends a request of the browser SDK and returns status and body as the page sees them. */
    private String post(String path, String licenseKey) throws Exception {
        return chromium.text("""
                fetch('%s', {
                  method: 'POST',
                  headers: {
                    'X-LICENSE-KEY': '%s',
                    'X-Devpayr-Domain': '%s',
                    'Accept': 'application/json',
                    'Content-Type': 'application/json',
                    'X-Requested-With': 'DevPayr-SDK',
                  },
                  body: '{}',
                }).then(async response => response.status + ' ' + await response.text(), String)
                """.formatted(emulator.baseUrl() + path, licenseKey, HOST));
    }
}
