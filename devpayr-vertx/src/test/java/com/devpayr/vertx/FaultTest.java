package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that hang up, stall, drip, redirect and flood; and what reached them. */
@Timeout(60)
class FaultTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        over.countDown();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private RawServer server(RawServer.Behaviour behaviour) throws IOException {
        RawServer server = new RawServer(behaviour);
        opened.push(server);
        return server;
    }

    private static DevPayrConfig.Builder config(RawServer server) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    private VertxDevPayr client(DevPayrConfig.Builder config) {
        VertxDevPayr client = VertxDevPayr.create(config.build());
        opened.push(client);
        return client;
    }

    private DevPayr blocking(DevPayrConfig.Builder config) {
        return client(config).blocking();
    }

    private void stall() throws IOException {
        try {
            over.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static void timesOut(DevPayr devpayr) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 12))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT));
    }

    @Test
    void aHangUpOnAFreshConnectionIsNotRepeated() throws IOException {
        RawServer server = server(RawServer.HANG_UP);
        DevPayr devpayr = blocking(config(server));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 12))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_LOST));
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> devpayr.licenses()
                .create(1, LicenseDraft.builder("Pro").build()));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aHangUpOnAReusedConnectionIsNotRepeated() throws IOException {
        RawServer server = server((request, out) -> {
            if (request.number() % 2 == 0) {
                RawServer.HANG_UP.answer(request, out);
            }
            RawServer.license(out);
        });
        DevPayr devpayr = blocking(config(server));

        for (int i = 0; i < 2; i++) {
            assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.licenses().get(1, 12));
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aServerThatAcceptsAndStaysSilentIsLeftAfterTheReadTimeout() throws IOException {
        RawServer server = server((request, out) -> stall());

        timesOut(blocking(config(server).readTimeout(SHORT)));
    }

    @Test
    void aServerThatDripsIsLeftAfterTheCallTimeout() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(US_ASCII));
            drip(out, ' ');
        });

        timesOut(blocking(config(server).callTimeout(Duration.ofSeconds(1))));
    }

    @Test
    void aServerThatIsSlowButShowsSignsOfLifeIsWaitedFor() throws IOException {
        RawServer server = server((request, out) -> {
            String body = "{\"data\":{\"id\":12,\"uuid\":\"k\"}}";
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n").getBytes(US_ASCII));
            for (byte letter : body.getBytes(US_ASCII)) {
                out.write(letter);
                out.flush();
                pause(50); // of a read timeout of 1 s, which the whole answer exceeds
            }
        });

        License license = blocking(config(server).readTimeout(Duration.ofSeconds(1)))
                .licenses()
                .get(1, 12);

        assertThat(license.id()).isEqualTo(12);
    }

    @Test
    void headersThatNeverEndAreLeftAfterTheCallTimeout() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(US_ASCII));
            drip(out, 'x');
        });

        timesOut(blocking(config(server).callTimeout(Duration.ofSeconds(1))));
    }

    private void drip(OutputStream out, char character) throws IOException {
        while (!pause(100)) {
            out.write(character);
            out.flush();
        }
    }

    /** True when the test is over. */
    private boolean pause(long millis) throws IOException {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Test
    void aServerThatDoesNotTakeTheFileIsLeftAfterTheReadTimeout() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setReceiveBufferSize(4096);
            DevPayr devpayr = blocking(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .readTimeout(SHORT)
                    .baseUrl("http://127.0.0.1:" + deaf.getLocalPort() + "/"));

            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> devpayr.injectables().create(1, file(bytes(5 * 1024 * 1024))))
                    .withMessageContaining("(readTimeout)");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> blocking(config(server)).licenses().get(1, 12))
                .withMessageContaining("redirects are not followed");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerIsDecompressed() throws IOException {
        RawServer server =
                server((request, out) -> gzipped(out, "{\"data\":{\"id\":12,\"uuid\":\"k\"}}".getBytes(UTF_8)));

        License license = blocking(config(server)).licenses().get(1, 12);

        assertThat(license.id()).isEqualTo(12);
        assertThat(server.requests().get(0).head().toLowerCase(Locale.ROOT)).contains("accept-encoding: gzip\r\n");
    }

    @Test
    void aBombIsRefusedByItsDecompressedSize() throws IOException {
        byte[] blank = new byte[200 * 1024 * 1024];
        Arrays.fill(blank, (byte) ' ');
        RawServer server = server((request, out) -> gzipped(out, blank));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> blocking(config(server)).licenses().get(1, 12))
                .withMessageContaining("limit");
    }

    @Test
    void whatSaysGzipAndIsNotIsAProtocolError() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
            out.flush();
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> blocking(config(server)).licenses().get(1, 12))
                .withMessageContaining("gzip");
    }

    private static void gzipped(OutputStream out, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n")
                .getBytes(US_ASCII));
        bytes.writeTo(out);
        out.flush();
    }

    @Test
    void anAnswerThatIsTooLongIsLeftWhileItComes() throws Exception {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n".getBytes(US_ASCII));
            byte[] piece = " ".repeat(64 * 1024).getBytes(US_ASCII);
            while (true) {
                out.write(piece);
            }
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> blocking(config(server).maxResponseBytes(100_000))
                        .licenses()
                        .get(1, 12))
                .withMessageContaining("100000 bytes");
        assertThat(server.hungUpByClient().await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCancelEndsTheRequestOnTheWire() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer server = server((request, out) -> asked.countDown());
        CompletableFuture<License> answer =
                client(config(server)).async().licenses().get(1, 12);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        answer.cancel(true);

        assertThat(server.hungUpByClient().await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsForAConnectionIsNeverSent() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        RawServer server = server((request, out) -> {
            asked.countDown();
            await(answer);
            RawServer.license(out);
        });
        VertxDevPayr narrow = VertxDevPayr.builder(config(server).build())
                .options(new WebClientOptions().setFollowRedirects(true))
                .pool(new PoolOptions().setHttp1MaxSize(1))
                .build();
        opened.push(narrow);
        CompletableFuture<License> first = narrow.async().licenses().get(1, 1);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<License> second = narrow.async().licenses().get(1, 2);

        second.cancel(true);
        answer.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).id()).isEqualTo(12);
        assertThat(narrow.blocking().licenses().get(1, 3).id()).isEqualTo(12);
        assertThat(server.requests())
                .extracting(request -> request.head().lines().findFirst().orElseThrow())
                .noneMatch(line -> line.contains("licenses/2"));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Test
    void aFileIsStreamedFromAWorker(@TempDir Path folder) throws Exception {
        byte[] content = bytes(3 * 1024 * 1024 + 17);
        Path file = Files.write(folder.resolve("logo.png"), content);
        RawServer server = server((request, out) -> RawServer.json(
                out,
                "{\"data\":{\"id\":1,\"project_id\":1,\"slug\":\"s\","
                        + "\"type\":\"file\",\"mode\":\"write\",\"content\":\"c\",\"signature\":\"s\"}}"));

        blocking(config(server)).injectables().create(1, file(Upload.of(file)));

        assertThat(server.requests().get(0).body()).contains(new String(content, ISO_8859_1));
    }

    @Test
    void aFileThatShrinksEndsTheRequestAndNothingIsActedOn(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[1000]);
        Upload upload = Upload.of(file);
        Files.write(file, new byte[10]);
        RawServer server = server((request, out) -> RawServer.license(out));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> blocking(config(server)).injectables().create(1, file(upload)))
                .withMessageContaining("changed its size");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileThatGrowsEndsTheRequestAndNothingIsActedOn(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[10]);
        Upload upload = Upload.of(file);
        Files.write(file, new byte[1000]);
        RawServer server = server((request, out) -> RawServer.license(out));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> blocking(config(server)).injectables().create(1, file(upload)))
                .withMessageContaining("changed its size");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsRefusedBeforeAnythingIsSent(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("logo.png"), new byte[10]);
        Upload upload = Upload.of(file);
        Files.delete(file);
        RawServer server = server((request, out) -> RawServer.license(out));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> blocking(config(server)).injectables().create(1, file(upload)))
                .withMessageContaining("cannot be read");
        assertThat(server.requests()).isEmpty();
    }

    private static InjectableDraft file(byte[] content) {
        return file(Upload.of("logo.png", content));
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

    @Test
    void aCloseFailsTheCallsThatWaitForAWorker() throws Exception {
        CountDownLatch busy = new CountDownLatch(VertxResources.WORKER_COUNT);
        RawServer server = server((request, out) -> RawServer.license(out));
        VertxDevPayr devpayr = client(config(server).apiKey(() -> {
            if (busy.getCount() > 0) {
                busy.countDown();
                awaitUnchecked(over);
            }
            return ApiKey.of("api-key");
        }));
        List<CompletableFuture<License>> licenses = IntStream.rangeClosed(0, VertxResources.WORKER_COUNT)
                .mapToObj(i -> devpayr.async().licenses().get(1, 12))
                .toList();
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();

        devpayr.close();

        for (CompletableFuture<License> license : licenses) {
            assertThat(license.handle((value, failure) -> failure).get(10, TimeUnit.SECONDS))
                    .isNotNull();
        }
        assertThat(server.requests()).isEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aCloseFailsTheCallsThatAreUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        RawServer server = server((request, out) -> asked.countDown());
        VertxDevPayr devpayr = client(config(server));
        CompletableFuture<License> answer = devpayr.async().licenses().get(1, 12);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        devpayr.close();

        assertThat(answer.handle((value, failure) -> failure).get(10, TimeUnit.SECONDS))
                .isInstanceOf(TransportException.class);
    }
}
