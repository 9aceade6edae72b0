package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.license.LicenseDraft;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the connect timeout with a server whose accept queue is full. */
@Timeout(60)
class ConnectTimeoutTest {
    private static final int MAX_QUEUE = 64;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final List<Socket> queued = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void fillTheQueue() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        while (connects()) {
            assertThat(queued).hasSizeLessThan(MAX_QUEUE);
        }
    }

    private boolean connects() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(server.getLocalSocketAddress(), 300);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        server.close();
    }

    /** Returns a configuration whose other timeouts are longer than the time limit of the test. */
    private DevPayrConfig config() {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl("http://127.0.0.1:" + server.getLocalPort() + "/")
                .connectTimeout(Duration.ofMillis(200))
                .readTimeout(LONG)
                .callTimeout(LONG)
                .build();
    }

    @Test
    void endsACallWithoutAConnection() {
        try (VertxDevPayr devpayr = VertxDevPayr.create(config())) {
            long started = System.nanoTime();

            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.blocking()
                            .licenses()
                            .create(1, LicenseDraft.builder("Pro").build()))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.CONNECT));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void overridesTheTimeoutOfTheOptions() {
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout(55_000);

        assertThat(VertxResources.effective(options, config()).getConnectTimeout())
                .isEqualTo(200);
        assertThat(options.getConnectTimeout()).isEqualTo(55_000);
    }
}
