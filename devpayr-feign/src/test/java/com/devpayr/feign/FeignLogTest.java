package com.devpayr.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.model.StubResponse;
import feign.Logger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the log of Feign. */
class FeignLogTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final String key = fake.createGlobalKey().reveal();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .baseUrl(emulator.baseUrl())
            .apiKey(key)
            .domain("shop.example.com")
            .build();

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void logsHeadersButNoCredential() {
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

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class})
    void aLogThatFailsIsReportedAndDoesNotChangeTheResultOfACall(Class<? extends Throwable> type) {
        List<Throwable> reported = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        DevPayr devpayr = FeignDevPayr.builder(config)
                .logging(Logger.Level.HEADERS, line -> {
                    if (type == AssertionError.class) {
                        throw new AssertionError(line);
                    }
                    throw new IllegalStateException(line);
                })
                .build();

        try {
            assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(reported).isNotEmpty().hasOnlyElementsOfType(type);
        devpayr.close();
    }

    @Test
    void logMasksHeadersThatAreNotKnownToBeHarmless() {
        List<String> lines = new ArrayList<>();
        fake.stubNext(
                Operation.PROJECT_LIST,
                StubResponse.of(200)
                        .header("Set-Cookie", "session=s3cr3t")
                        .body("{\"data\":{\"data\":[],\"next_cursor\":null}}"));
        DevPayr devpayr = FeignDevPayr.builder(config)
                .logging(Logger.Level.HEADERS, lines::add)
                .build();

        devpayr.withOptions(CallOptions.builder()
                        .header("Authorization", "Bearer s3cr3t")
                        .build())
                .projects()
                .list(PageRequest.first());

        assertThat(String.join("\n", lines))
                .containsIgnoringCase("Authorization: ****")
                .containsIgnoringCase("X-API-KEY: ****")
                .containsIgnoringCase("Set-Cookie: ****")
                .contains("Accept: application/json")
                .doesNotContain("s3cr3t", key);
        devpayr.close();
    }

    /** The paths and queries of the library's own operations contain numbers and cursors only; a raw request may contain more. */
    @Test
    void logMasksPathsAndQueriesThatMayBeSecret() {
        List<String> lines = new ArrayList<>();
        DevPayr devpayr = FeignDevPayr.builder(config)
                .logging(Logger.Level.BASIC, lines::add)
                .build();

        devpayr.projects().list(PageRequest.ofSize(20).withCursor("a-cursor"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.raw("GET", "licenses/by-key/" + key + "?license=s3cr3t", null, null));

        assertThat(String.join("\n", lines))
                .contains("GET " + emulator.baseUrl() + "projects?per_page=20&cursor=****")
                .contains("GET " + emulator.baseUrl() + "licenses/by-key/****?license=****")
                .doesNotContain("a-cursor", key, "s3cr3t");
        devpayr.close();
    }

    @Test
    void logShowsTheHostThatAnInterceptorHasSet() {
        List<String> lines = new ArrayList<>();
        DevPayr devpayr = FeignDevPayr.builder(config)
                .client(new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}"))
                .requestInterceptor(request -> request.target("https://other.example.com/api"))
                .logging(Logger.Level.BASIC, lines::add)
                .build();

        devpayr.projects().list(PageRequest.first());

        assertThat(lines).anySatisfy(line -> assertThat(line).contains("> GET https://other.example.com/api/projects"));
    }

    @Test
    void truncatedResponseIsALostConnectionWithLoggingEnabled() {
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
    void rejectsLoggingOfBodies() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> FeignDevPayr.builder(config).logging(Logger.Level.FULL, line -> {}))
                .withMessageContaining("HEADERS");
    }
}
