package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.page.PageRequest;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import feign.Client;
import feign.Logger;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller can plug in. What every transport does is in the contract. */
class FeignDevPayrTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final String key = fake.createGlobalKey().reveal();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .baseUrl(emulator.baseUrl())
            .apiKey(key)
            .domain("shop.example.com")
            .connectTimeout(Duration.ofSeconds(3))
            .readTimeout(Duration.ofSeconds(4))
            .build();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aClientOfTheCallersIsUsedWithTheConfiguredTimeoutsAndWithoutRedirects() {
        RecordingClient callers = new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}");

        FeignDevPayr.builder(config).client(callers).build().projects().list(PageRequest.first());

        assertThat(callers.seen).hasSize(1);
        Request.Options options = callers.seen.get(0);
        assertThat(options.connectTimeoutMillis()).isEqualTo(3000);
        assertThat(options.readTimeoutMillis()).isEqualTo(4000);
        assertThat(options.isFollowRedirects()).isFalse();
    }

    @Test
    void whatIsFittedOutAfterwardsIsForTheNextClient() {
        RecordingClient mine = new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}");
        RecordingClient others = new RecordingClient("");
        FeignDevPayr.Builder feign = FeignDevPayr.builder(config).client(mine);
        DevPayr devpayr = feign.build();

        feign.client(others).requestInterceptor(request -> {
            throw new IllegalStateException("an interceptor of the next client's");
        });
        devpayr.projects().list(PageRequest.first());

        assertThat(mine.seen).hasSize(1);
        assertThat(others.seen).isEmpty();
    }

    @Test
    void anErrorOfTheCallersClientIsATransportFailureAndIsNotRetried() {
        RecordingClient callers = new RecordingClient("");
        DevPayr devpayr = FeignDevPayr.builder(config).client(callers).build();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                .withCauseInstanceOf(IOException.class);
        assertThat(callers.seen).hasSize(1);
    }

    @Test
    void anInterceptorOfTheCallersAddsHeadersButCannotReplaceTheCredential() {
        DevPayr devpayr = FeignDevPayr.builder(config)
                .requestInterceptor(request -> request.header("X-Trace", "abc").header("X-API-KEY", "another"))
                .build();

        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
        assertThat(fake.requests().get(0).headers()).containsEntry("X-Trace", "abc");
        devpayr.close();
    }

    @Test
    void logLinesShowHeadersButNoCredential() {
        List<String> lines = new ArrayList<>();
        DevPayr devpayr = FeignDevPayr.builder(config)
                .logging(Logger.Level.HEADERS, lines::add)
                .build();

        devpayr.projects().list(PageRequest.first());

        assertThat(String.join("\n", lines))
                .contains("/api/v1/projects", "X-Devpayr-Domain: shop.example.com", "200")
                .doesNotContain(key);
        devpayr.close();
    }

    @Test
    void anAnswerThatBreaksWhileItIsLoggedFailsAsItDoesUnlogged() {
        List<String> lines = new ArrayList<>();
        try (FaultServer server = FaultServer.start();
                DevPayr devpayr = FeignDevPayr.builder(DevPayrConfig.builder()
                                .baseUrl(server.baseUrl())
                                .apiKey("api-key")
                                .domain("shop.example.com")
                                .build())
                        .logging(Logger.Level.HEADERS, lines::add)
                        .build()) {
            server.setFault(Faults.truncatedBody());

            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.projects().get(7))
                    .satisfies(broken -> assertThat(broken.kind()).isEqualTo(TransportException.Kind.CONNECTION_LOST));
            assertThat(String.join("\n", lines)).containsIgnoringCase("Content-Length: 100");
        }
    }

    @Test
    void bodiesAreNeverLogged() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> FeignDevPayr.builder(config).logging(Logger.Level.FULL, line -> {}))
                .withMessageContaining("HEADERS");
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsNotSent(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), new byte[10]);
        InjectableDraft draft = InjectableDraft.builder(
                        InjectableType.FILE, InjectableMode.WRITE, Secret.of("a good secret"))
                .targetPath("a.bin")
                .file(Upload.of(file))
                .build();
        Files.write(file, new byte[5]);
        DevPayr devpayr = FeignDevPayr.create(config);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> devpayr.injectables().create(1, draft))
                .withMessageContaining("changed its size");
        assertThat(fake.requests()).isEmpty();
        devpayr.close();
    }

    private static final class RecordingClient implements Client {
        private final List<Request.Options> seen = new ArrayList<>();
        private final String answer;

        /** @param answer empty for none, but a broken connection */
        RecordingClient(String answer) {
            this.answer = answer;
        }

        @Override
        public Response execute(Request request, Request.Options options) throws IOException {
            seen.add(options);
            if (answer.isEmpty()) {
                throw new IOException("broken pipe");
            }
            return Response.builder()
                    .status(200)
                    .request(request)
                    .headers(Map.of())
                    .body(answer, UTF_8)
                    .build();
        }
    }
}
