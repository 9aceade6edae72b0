package com.devpayr.retrofit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.DevPayrConfigBuilder;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a server drags it out, a call ends; however much it sends, memory does not. */
@Timeout(30)
class LimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch never = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void aServerThatStaysSilentIsLeftAfterTheCallTimeout(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, (request, connection) -> never.await());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDripsItsBodyIsLeftAfterTheCallTimeout(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, (request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"data\":".getBytes(ISO_8859_1));
            drip(" ", connection);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatDripsItsHeadersIsLeftAfterTheCallTimeout(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, (request, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            drip("X: y\r\n", connection);
        });
    }

    @ParameterizedTest
    @EnumSource
    void headersWithoutEndAreNotReadToTheEnd(Style style) throws Exception {
        try (RawServer server = RawServer.start((request, connection) -> {
                    connection.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
                    while (true) {
                        connection.write("X: y\r\n".repeat(1000).getBytes(ISO_8859_1));
                    }
                });
                DevPayr devpayr = open(style, server.config().callTimeout(LONG))) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.projects().get(7));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(8) // OkHttp's own connect timeout is 10 s
    void aServerThatAcceptsNobodyIsLeftAfterTheConnectTimeout(Style style) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) {
                waiting.add(connectInBackground(full));
            }
            DevPayrConfigBuilder config = DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl("http://127.0.0.1:" + full.getLocalPort() + "/")
                    .callTimeout(LONG)
                    .connectTimeout(SHORT);
            try (DevPayr devpayr = open(style, config)) {
                assertFails(devpayr, Kind.CONNECT);
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerIsMeasuredAfterItIsUnpacked(Style style) throws Exception {
        byte[] bomb = bomb();
        try (RawServer server = RawServer.start((request, connection) -> {
                    connection.write(
                            ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                                    .getBytes(ISO_8859_1));
                    connection.write(bomb);
                });
                DevPayr devpayr = open(style, server.config())) {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> devpayr.projects().get(7))
                    .withMessageContaining("limit");
        }
    }

    private void assertFails(Style style, Kind kind, RawServer.Answer answer) throws IOException {
        try (RawServer server = RawServer.start(answer);
                DevPayr devpayr = open(style, server.config().callTimeout(SHORT))) {
            assertFails(devpayr, kind);
        } finally {
            never.countDown();
        }
    }

    private static void assertFails(DevPayr devpayr, Kind kind) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.projects().get(7))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static DevPayr open(Style style, DevPayrConfigBuilder config) {
        return style.open(RetrofitDevPayr.builder(config.readTimeout(LONG).build()));
    }

    private void drip(String drop, OutputStream connection) throws IOException, InterruptedException {
        while (!never.await(20, TimeUnit.MILLISECONDS)) {
            connection.write(drop.getBytes(ISO_8859_1));
        }
    }

    private static Socket connectInBackground(ServerSocket server) throws IOException {
        Socket socket = new Socket();
        Thread thread = new Thread(
                () -> {
                    try {
                        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                RawServer.THREADS + "backlog");
        thread.setDaemon(true);
        thread.start();
        return socket;
    }

    /** Two hundred megabytes of spaces in an answer, packed. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] megabyte = " ".repeat(1024 * 1024).getBytes(ISO_8859_1);
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                packing.write(megabyte);
            }
        }
        return packed.toByteArray();
    }
}
