package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.model.StubResponse;
import feign.Request;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the customization of a Feign client. The contract suite covers what all transports have in common. */
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
    void passesTimeoutsToACustomClientAndDisablesRedirects() {
        RecordingClient customClient = new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}");

        FeignDevPayr.builder(config).client(customClient).build().projects().list(PageRequest.first());

        assertThat(customClient.seen).hasSize(1);
        Request.Options options = customClient.seen.get(0);
        assertThat(options.connectTimeoutMillis()).isEqualTo(3000);
        assertThat(options.readTimeoutMillis()).isEqualTo(4000);
        assertThat(options.isFollowRedirects()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 1000", "3, 3000, 3000", "9, 3000, 4000"})
    void timeoutOfACallShortensThoseOfACustomClient(int seconds, int connectMillis, int readMillis) {
        RecordingClient customClient = new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}");

        FeignDevPayr.builder(config)
                .client(customClient)
                .build()
                .withOptions(CallOptions.builder()
                        .timeout(Duration.ofSeconds(seconds))
                        .build())
                .projects()
                .list(PageRequest.first());

        assertThat(customClient.seen).singleElement().satisfies(options -> {
            assertThat(options.connectTimeoutMillis()).isEqualTo(connectMillis);
            assertThat(options.readTimeoutMillis()).isEqualTo(readMillis);
        });
    }

    @Test
    void requestInterceptorsSeeTheQuery() {
        List<String> urls = new ArrayList<>();

        FeignDevPayr.builder(config)
                .client(new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}"))
                .requestInterceptor(request -> urls.add(request.url()))
                .build()
                .projects()
                .list(PageRequest.ofSize(7));

        assertThat(urls).containsExactly("/projects?per_page=7");
    }

    @Test
    void builderChangesDoNotAffectAnExistingClient() {
        RecordingClient first = new RecordingClient("{\"data\":{\"data\":[],\"next_cursor\":null}}");
        RecordingClient second = new RecordingClient("");
        FeignDevPayr.Builder feign = FeignDevPayr.builder(config).client(first);
        DevPayr devpayr = feign.build();

        feign.client(second).requestInterceptor(request -> {
            throw new IllegalStateException("this interceptor was added after the client was built");
        });
        devpayr.projects().list(PageRequest.first());

        assertThat(first.seen).hasSize(1);
        assertThat(second.seen).isEmpty();
    }

    @Test
    void failureOfACustomClientIsATransportExceptionAndNotRetried() {
        RecordingClient customClient = new RecordingClient("");
        DevPayr devpayr = FeignDevPayr.builder(config).client(customClient).build();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                .withCauseInstanceOf(IOException.class);
        assertThat(customClient.seen).hasSize(1);
    }

    @Test
    void expiredReadTimeoutNamesItsSetting() {
        try (FaultServer server = FaultServer.start(Faults.noResponse());
                DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("api-key")
                        .domain("shop.example.com")
                        .readTimeout(Duration.ofMillis(100))
                        .build())) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.projects().get(7))
                    .withMessageContaining("100 ms")
                    .withMessageEndingWith("(readTimeout)");
        }
    }

    @Test
    void requestInterceptorAddsHeadersButCannotReplaceTheCredential() {
        DevPayr devpayr = FeignDevPayr.builder(config)
                .requestInterceptor(request -> request.header("X-Trace", "abc").header("X-API-KEY", "another"))
                .build();

        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
        assertThat(devpayr.raw("GET", "projects", Credential.API_KEY, null).status())
                .isEqualTo(200);
        assertThat(fake.requests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                .containsEntry("X-Trace", "abc"));
        devpayr.close();
    }

    @Test
    void decompressesTheResponseOfACustomClient() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"data\":{\"data\":[],\"next_cursor\":null}}".getBytes(UTF_8));
        }
        DevPayr devpayr = FeignDevPayr.builder(config)
                .client((request, options) -> Response.builder()
                        .status(200)
                        .request(request)
                        .headers(Map.of("content-encoding", List.of("gzip")))
                        .body(compressed.toByteArray())
                        .build())
                .build();

        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 11, 100_000})
    void rejectsAFileThatChangesItsSize(int size, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.bin"), new byte[10]);
        InjectableDraft draft = InjectableDraft.builder(
                        InjectableType.FILE, InjectableMode.WRITE, Secret.of("a good secret"))
                .targetPath("a.bin")
                .file(Upload.of(file))
                .build();
        Files.write(file, new byte[size]);
        DevPayr devpayr = FeignDevPayr.create(config);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> devpayr.injectables().create(1, draft))
                .withMessageContaining("changed its size");
        assertThat(fake.requests()).isEmpty();
        devpayr.close();
    }

    @Test
    void usesTheOkHttpClientOfTheApplicationWithoutItsRedirects() {
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient okHttp = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    calls.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        fake.stubNext(Operation.PROJECT_LIST, StubResponse.of(302).header("Location", emulator.baseUrl() + "projects"));

        try (DevPayr devpayr = FeignDevPayr.builder(config).okHttp(okHttp).build()) {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                    .withMessageContaining("302");
        }

        assertThat(calls).hasValue(1);
        assertThat(fake.requests()).hasSize(1);
        assertThat(okHttp.dispatcher().executorService().isShutdown()).isFalse();
        okHttp.dispatcher().executorService().shutdown();
        okHttp.connectionPool().evictAll();
    }

    @Test
    void rejectsTlsSettingsThatACustomFeignClientWouldIgnore() throws Exception {
        FeignDevPayr.Builder feign = FeignDevPayr.builder(DevPayrConfig.builder()
                        .apiKey(key)
                        .sslContext(SSLContext.getDefault())
                        .build())
                .client((request, options) -> {
                    throw new IOException("not called");
                });

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(feign::build)
                .withMessage("sslContext does not apply to client(…), which has its own TLS; configure it there");
    }

    @Test
    void rejectsAProxyThatACustomFeignClientWouldIgnore() {
        FeignDevPayr.Builder feign = FeignDevPayr.builder(DevPayrConfig.builder()
                        .apiKey(key)
                        .proxy("proxy.example.com", 3128)
                        .build())
                .client(new RecordingClient(""));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(feign::build)
                .withMessage("proxy does not apply to client(…), which has its own proxy; configure it there");
    }

    @Test
    void acceptsAProxyOfTheEnvironmentWithACustomFeignClient() {
        DevPayrConfig proxied = DevPayrConfig.builder()
                .apiKey(key)
                .environment(SystemEnvironment.of(Map.of("HTTPS_PROXY", "http://proxy.example.com:3128"), Map.of()))
                .fromEnvironment()
                .build();
        assertThat(proxied.proxy()).isNotNull();

        assertThatNoException().isThrownBy(() -> FeignDevPayr.builder(proxied)
                .client(new RecordingClient(""))
                .build()
                .close());
    }
}
