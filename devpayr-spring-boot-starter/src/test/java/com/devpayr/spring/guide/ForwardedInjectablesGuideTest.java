package com.devpayr.spring.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.jackson.ForwardedInjectables;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The listing of docs/injectables.md about the browser SDK's injectables. */
class ForwardedInjectablesGuideTest {
    // <forwarded>
    @RestController
    static class BrowserInjectables {
        private final ForwardedInjectables forwarded =
                ForwardedInjectables.create().withMaxBytes(1024 * 1024);
        private final InjectableApplier applier;

        BrowserInjectables(InjectableApplier applier) {
            this.applier = applier;
        }

        @PostMapping("/injectables")
        ResponseEntity<Void> receive(InputStream body) throws IOException {
            ApplyReport report = applier.apply(forwarded.read(body)); // verifies the signatures
            return ResponseEntity.status(report.rejected().isEmpty() ? 204 : 400)
                    .build();
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        void invalid(InvalidRequestException notTheBrowserSdk) {}
    }
    // </forwarded>

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(BrowserInjectables.class)
    static class Application {}

    private final InjectableCrypto crypto = InjectableCrypto.create(Secret.of("in-memory secret"));

    private static int post(int port, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/injectables"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String body(EncryptedContent content, String signature) {
        return """
                {"injectables": [{"slug": "banner", "type": "html", "mode": "write", "target_path": "banner.html", \
                "encrypted_content": "%s", "signature": "%s"}]}""".formatted(content.value(), signature);
    }

    @Test
    void receivesTheBrowsersInjectables(@TempDir Path root) throws Exception {
        EncryptedContent content = crypto.encrypt("hello".getBytes(UTF_8));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "server.port=0",
                        "devpayr.transport=in-memory",
                        "devpayr.guard.enabled=false",
                        "devpayr.injectables.root=" + root)
                .run()) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            assertThat(post(port, body(content, "00"))).isEqualTo(400);
            assertThat(post(port, "{}")).isEqualTo(400);
            assertThat(post(port, " ".repeat(1024 * 1024 + 1))).isEqualTo(400);
            assertThat(root.resolve("banner.html")).doesNotExist();
            assertThat(post(port, body(content, crypto.sign(content)))).isEqualTo(204);
            assertThat(root.resolve("banner.html")).hasContent("hello");
        }
    }
}
