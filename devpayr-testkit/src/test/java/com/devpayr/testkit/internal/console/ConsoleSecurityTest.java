package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the files of the console and its protection against other origins. */
class ConsoleSecurityTest {
    @RegisterExtension
    private final ConsoleFixture console = new ConsoleFixture();

    @ParameterizedTest
    @CsvSource({
        "'', text/html; charset=utf-8",
        "console/console.css, text/css; charset=utf-8",
        "console/app.js, text/javascript; charset=utf-8",
        "console/icon.svg, image/svg+xml"
    })
    void servesFilesWithAStrictContentSecurityPolicy(String path, String type) throws Exception {
        HttpResponse<String> response = console.http(console.request(path).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.body()).doesNotContain("innerHTML", "style=", "onclick=\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console/",
                "console/none.js",
                "console/ConsoleHandler.class",
                "console/../http/x.js",
                "console/%2e%2e/x"
            })
    void servesNoOtherFilesOfTheClassPath(String path) throws Exception {
        assertThat(console.http(console.request(path).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example.com, 403",
        "Host: evil.example.com:80, 403",
        "Host: localhost.evil.example.com, 403",
        "Host: 127.0.0.1.evil.example.com, 403",
        "Host: localhost:8787, 200",
        "Host: LOCALHOST, 200",
        "Host: 127.0.0.1:1, 200",
        "Host: [::1]:8787, 200",
        "Host: 192.168.1.7, 200"
    })
    void rejectsForeignHostNames(String host, int status) throws Exception {
        assertThat(console.sendRaw("GET /console/api/accounts HTTP/1.1", host, "X-Devpayr-Console: 1"))
                .isEqualTo(status);
        assertThat(console.sendRaw("GET / HTTP/1.1", host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://localhost:8787, 200",
        "Origin: http://localhost:9999, 403",
        "Origin: https://localhost:8787, 403",
        "Origin: http://evil.example.com, 403",
        "Origin: null, 403",
        "Sec-Fetch-Site: same-origin, 200",
        "Sec-Fetch-Site: none, 200",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: cross-site, 403"
    })
    void rejectsOtherOrigins(String header, int status) throws Exception {
        assertThat(console.sendRaw(
                        "GET /console/api/accounts HTTP/1.1", "Host: localhost:8787", "X-Devpayr-Console: 1", header))
                .isEqualTo(status);
    }

    @Test
    void rejectsRequestsWithoutTheConsoleHeader() throws Exception {
        assertThat(console.sendRaw("GET /console/api/accounts HTTP/1.1", "Host: localhost"))
                .isEqualTo(403);
        assertThat(console.sendRaw("DELETE /console/api/requests HTTP/1.1", "Host: localhost"))
                .isEqualTo(403);
    }

    @Test
    void rejectsPreflightRequests() throws Exception {
        HttpResponse<Void> preflight = console.http(
                console.request("console/api/accounts")
                        .header("Origin", "http://evil.example.com")
                        .header("Access-Control-Request-Method", "GET")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());

        assertThat(preflight.statusCode()).isEqualTo(403);
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
}
