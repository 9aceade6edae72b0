package com.devpayr.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connections of closed clients. */
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
}
