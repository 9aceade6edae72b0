package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
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

    /** The proxy accepts a connection and does not respond, so that a second call waits for the pool. */
    @Test
    @Timeout(30)
    void timeoutWithoutAConnectionNamesTheProxyAndThePool() throws IOException {
        VertxDevPayr devpayr;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            devpayr = VertxDevPayr.create(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl("https://api.devpayr.invalid/")
                    .proxy("127.0.0.1", silent.getLocalPort())
                    .maxConnections(1)
                    .callTimeout(Duration.ofMillis(300))
                    .build());

            List<Future<?>> calls =
                    List.of(devpayr.projects().delete(1), devpayr.projects().delete(2));

            assertThat(calls).allSatisfy(call -> assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(call::await)
                    .withMessageContaining("check that the proxy 127.0.0.1:" + silent.getLocalPort() + " permits")
                    .withMessageContaining("or raise maxConnections if all connections are in use")
                    .withMessageContaining("no connection within the callTimeout of 300 ms"));
        }
        devpayr.close(); // after the proxy, so that no attempt to connect is in progress
    }
}
