package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.secret.Secret;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests uploads of files that are unchanged, changed, missing or not read by the server. */
@Timeout(60)
class FileUploadTest {
    /** The maximum size, which is more than the usual buffers of a connection. */
    private static final int LARGE = 5 * 1024 * 1024;

    /** More calls than time out in the time that a test may take. */
    private static final int MAX_QUEUE = 200;

    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    @Test
    void fileIsReadOnAWorker(@TempDir Path folder) throws Exception {
        byte[] content = bytes(3 * 1024 * 1024 + 17);
        Path file = Files.write(folder.resolve("logo.png"), content);
        RawServer server = fixture.server((request, out) -> RawServer.json(
                out,
                "{\"data\":{\"id\":1,\"project_id\":1,\"slug\":\"s\","
                        + "\"type\":\"file\",\"mode\":\"write\",\"content\":\"c\",\"signature\":\"s\"}}"));

        fixture.blocking(fixture.config(server)).injectables().create(1, file(Upload.of(file)));

        assertThat(server.requests().get(0).body()).contains(new String(content, ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 1000})
    void fileThatChangesItsSizeIsRejected(int size, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[100]);
        Upload upload = Upload.of(file);
        Files.write(file, new byte[size]);

        assertRejected(upload, "changed its size");
    }

    @Test
    void missingFileIsRejected(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[10]);
        Upload upload = Upload.of(file);
        Files.delete(file);

        assertRejected(upload, "cannot be read");
    }

    private void assertRejected(Upload upload, String message) throws IOException {
        RawServer server = fixture.server((request, out) -> RawServer.license(out));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        fixture.blocking(fixture.config(server)).injectables().create(1, file(upload)))
                .withMessageContaining(message);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void restOfAFileIsNotSentAfterTheTimeout(@TempDir Path folder) throws Throwable {
        try (ServerSocket stalled = stalledServer()) {
            DevPayr devpayr = fixture.blocking(config(stalled));

            assertTimesOut(devpayr, folder);

            int received;
            do {
                received = readToEnd(stalled); // nothing if the timeout expired before the request was sent
            } while (received == 0);
            assertThat(received).isLessThan(LARGE);
        }
    }

    @Test
    void clientOfAnApplicationsVertxIsClosedWhileAnUploadIsStalled(@TempDir Path folder) throws Throwable {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket stalled = stalledServer();
                VertxDevPayr devpayr =
                        VertxDevPayr.create(vertx, config(stalled).build())) {
            assertTimesOut(devpayr.blocking(), folder);

            assertThatCode(devpayr::close).doesNotThrowAnyException();
        } finally {
            EventLoopTest.get(vertx.close());
        }
    }

    private static ServerSocket stalledServer() throws IOException {
        ServerSocket stalled = new ServerSocket(0, MAX_QUEUE, InetAddress.getLoopbackAddress());
        stalled.setReceiveBufferSize(4096);
        return stalled;
    }

    private static DevPayrConfig.Builder config(ServerSocket stalled) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .readTimeout(Duration.ofMillis(300))
                .baseUrl("http://127.0.0.1:" + stalled.getLocalPort() + "/");
    }

    private static void assertTimesOut(DevPayr devpayr, Path folder) throws IOException {
        Upload upload = Upload.of(Files.write(folder.resolve("logo.png"), new byte[LARGE]));

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> ClientFixture.repeatUntilSent(
                        () -> devpayr.injectables().create(1, file(upload))))
                .withMessageContaining("(readTimeout)");
    }

    private static int readToEnd(ServerSocket stalled) throws IOException {
        try (Socket connection = stalled.accept()) {
            return connection.getInputStream().readAllBytes().length;
        }
    }

    private static InjectableDraft file(Upload upload) {
        return InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, Secret.of("a-good-secret"))
                .targetPath("logo")
                .file(upload)
                .build();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
