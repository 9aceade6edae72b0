package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import io.vertx.core.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connection pool of the client that is created by default. */
class ConnectionPoolTest {
    @Test
    @Timeout(30)
    void opensNoMoreConnectionsThanConfigured() {
        try (FaultServer server =
                FaultServer.start(Faults.response(200, "Content-Type: application/json\r\n", "{\"data\":null}"))) {
            VertxDevPayr devpayr = VertxDevPayr.create(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl(server.baseUrl())
                    .maxConnections(1)
                    .build());

            Future.all(Stream.generate(() -> devpayr.projects().delete(1))
                            .limit(5)
                            .toList())
                    .await();

            assertThat(server.requests()).hasSize(5);
            assertThat(server.connections()).isEqualTo(1);
            devpayr.close();
        }
    }
}
