package com.devpayr.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connections of closed clients, and stalled uploads. */
@Timeout(30)
class LifecycleTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Fault PROJECT =
            Faults.response(200, "", "{\"data\":{\"id\":7,\"name\":\"Acme\",\"slug\":\"acme\"}}");

    private static DevPayrConfig.Builder config(String baseUrl) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(baseUrl)
                .readTimeout(LONG)
                .callTimeout(LONG);
    }

    @Test
    void closeClosesTheConnections() throws Exception {
        try (FaultServer server = FaultServer.start(PROJECT)) {
            DevPayr devpayr = FeignDevPayr.create(config(server.baseUrl()).build());
            devpayr.projects().get(7);
            assertThat(server.openConnections()).isEqualTo(1);

            devpayr.close();

            assertThat(server.awaitNoConnection(Duration.ofSeconds(10))).isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> devpayr.projects().get(7));
        }
    }

    @Test
    void closeKeepsTheConnectionsOfACustomClient() {
        ConnectionPool pool = new ConnectionPool();
        OkHttpClient customClient =
                new OkHttpClient.Builder().connectionPool(pool).build();
        try (FaultServer server = FaultServer.start(PROJECT)) {
            DevPayr devpayr = FeignDevPayr.builder(config(server.baseUrl()).build())
                    .okHttp(customClient)
                    .build();
            devpayr.projects().get(7);

            devpayr.close();

            assertThat(pool.connectionCount()).isEqualTo(1);
            assertThat(customClient.dispatcher().executorService().isShutdown()).isFalse();
        } finally {
            pool.evictAll();
            customClient.dispatcher().executorService().shutdown();
        }
    }

    @Test
    @Timeout(8) // OkHttp's default write timeout is 10 s
    void readTimeoutEndsAStalledUpload() throws Exception {
        try (ServerSocket unresponsive = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unresponsive.setReceiveBufferSize(4096);
            String baseUrl = "http://127.0.0.1:" + unresponsive.getLocalPort() + "/";
            try (DevPayr devpayr = FeignDevPayr.create(
                    config(baseUrl).readTimeout(Duration.ofMillis(300)).build())) {
                InjectableDraft draft = InjectableDraft.builder(
                                InjectableType.FILE, InjectableMode.WRITE, Secret.of("a good secret"))
                        .targetPath("logo")
                        .file(Upload.of("logo.png", new byte[5 * 1024 * 1024]))
                        .build();

                assertThatExceptionOfType(OutcomeUnknownException.class)
                        .isThrownBy(() -> devpayr.injectables().create(7, draft))
                        .satisfies(failure -> assertThat(failure.getCause())
                                .hasMessageEndingWith("(readTimeout)")
                                .isInstanceOfSatisfying(TransportException.class, cause -> assertThat(cause.kind())
                                        .isEqualTo(TransportException.Kind.TIMEOUT)));
            }
        }
    }
}
