package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.config;
import static com.devpayr.vertx.EventLoopTest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.WebClientSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests a client with a Web Client of the application: a session that follows redirects and decompresses. */
@Timeout(60)
class WebClientTest {
    private static final String LICENSE = "{\"data\":{\"id\":12,\"uuid\":\"k\"}}";

    private final Vertx vertx = Vertx.vertx();
    private final WebClient session = WebClientSession.create(WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(true).setDecompressionSupported(true)));
    private final Deque<RawServer> servers = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!servers.isEmpty()) {
            servers.pop().close();
        }
        get(vertx.close());
    }

    private RawServer server(RawServer.Behavior behavior) throws IOException {
        RawServer server = new RawServer(behavior);
        servers.push(server);
        return server;
    }

    private VertxDevPayr client(DevPayrConfig config) {
        return VertxDevPayr.builder(config).vertx(vertx).webClient(session).build();
    }

    private VertxDevPayr client(RawServer server) {
        return client(config(server.baseUrl()));
    }

    @Test
    void sessionKeepsItsCookies() throws Exception {
        RawServer server = server((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nSet-Cookie: seen=yes\r\nContent-Length: " + LICENSE.length() + "\r\n\r\n"
                            + LICENSE)
                    .getBytes(US_ASCII));
            out.flush();
        });
        VertxDevPayr devpayr = client(server);

        get(devpayr.licenses().get(1, 12));
        get(devpayr.licenses().get(1, 12));

        assertThat(server.requests().get(1).head()).containsIgnoringCase("cookie: seen=yes");
    }

    @Test
    void sendsOneUserAgent() throws Exception {
        RawServer server = server((request, out) -> RawServer.license(out));

        get(client(server).licenses().get(1, 12));

        assertThat(server.requests().get(0).head())
                .containsOnlyOnce("User-Agent: devpayr-java/")
                .doesNotContain("user-agent")
                .doesNotContain("Vert.x-WebClient");
    }

    @Test
    void cancellationClosesTheConnection() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        RawServer server = server((request, out) -> received.countDown());
        CompletableFuture<License> license = client(server).async().licenses().get(1, 12);
        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();

        license.cancel(true);

        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void timeoutClosesTheConnection() throws Exception {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> ClientFixture.repeatUntilSent(() -> callSilentServer(Duration.ofMillis(300))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT))
                .withMessage("Timed out after 300 ms waiting for the response to license.get (readTimeout)");
        assertThat(servers.getFirst().closedByClient().await(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(servers).flatExtracting(RawServer::requests).hasSize(1);
    }

    /** Calls a new server, since an earlier one may have had a connection that was closed before a request was sent. */
    private void callSilentServer(Duration readTimeout) throws IOException {
        RawServer server = server((request, out) -> {});
        VertxDevPayr devpayr = client(DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl())
                .readTimeout(readTimeout)
                .build());
        devpayr.blocking().licenses().get(1, 12);
    }

    @Test
    void doesNotRetryWhenTheConnectionBreaks() throws Exception {
        RawServer server = server(RawServer.DISCONNECT);

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> client(server).blocking().licenses().get(1, 12));
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> client(server)
                .blocking()
                .licenses()
                .create(1, LicenseDraft.builder("Pro").build()));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void truncatedBodyIsALostConnection() throws Exception {
        RawServer server = server((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + LICENSE).getBytes(US_ASCII));
            out.flush();
            throw new IOException("disconnected");
        });

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> client(server).blocking().licenses().get(1, 12));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void oversizedErrorKeepsItsStatus() throws Exception {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 500 Broken\r\nContent-Length: 1000000000000\r\n\r\n".getBytes(US_ASCII));
            endless(out);
        });

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> client(server).blocking().licenses().get(1, 12));
        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void limitAppliesToTheDecompressedResponse() throws Exception {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000000000000\r\n\r\n"
                    .getBytes(US_ASCII));
            endless(new GZIPOutputStream(out));
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> client(server).blocking().licenses().get(1, 12))
                .withMessageContaining("limit");
        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void endless(OutputStream out) throws IOException {
        byte[] piece = " ".repeat(64 * 1024).getBytes(US_ASCII);
        while (true) {
            out.write(piece);
        }
    }

    @Test
    void aCompressedResponseIsRead() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(LICENSE.getBytes(US_ASCII));
        }
        RawServer server = server((request, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + compressed.size() + "\r\n\r\n")
                    .getBytes(US_ASCII));
            compressed.writeTo(out);
            out.flush();
        });

        assertThat(get(client(server).licenses().get(1, 12)).id()).isEqualTo(12);
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> client(server).blocking().licenses().get(1, 12));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void doesNotCloseTheWebClient() throws Exception {
        RawServer server = server((request, out) -> RawServer.license(out));

        client(server).close();

        assertThat(get(client(server).licenses().get(1, 12)).id()).isEqualTo(12);
    }

    @Test
    void closeFailsCallsInProgressIncludingThoseOfDerivedClients() throws Exception {
        CountDownLatch received = new CountDownLatch(2);
        RawServer server = server((request, out) -> received.countDown());
        VertxDevPayr devpayr = client(server);
        VertxDevPayr derived = devpayr.withConfig(config(server.baseUrl()));
        CompletableFuture<License> own = devpayr.async().licenses().get(1, 12);
        CompletableFuture<License> derivedOwn = derived.async().licenses().get(1, 12);
        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();

        devpayr.close();

        assertThat(own.handle((license, failure) -> failure).get(10, TimeUnit.SECONDS))
                .isInstanceOf(TransportException.class);
        assertThat(derivedOwn.handle((license, failure) -> failure).get(10, TimeUnit.SECONDS))
                .isInstanceOf(TransportException.class);
        assertThat(derived.async()
                        .licenses()
                        .get(1, 12)
                        .handle((license, failure) -> failure)
                        .get(10, TimeUnit.SECONDS))
                .hasMessageContaining("closed");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void closeOfADerivedClientFailsOnlyItsOwnCalls() throws Exception {
        CountDownLatch received = new CountDownLatch(2);
        CountDownLatch closed = new CountDownLatch(1);
        RawServer server = server((request, out) -> {
            received.countDown();
            RawServer.await(closed);
            RawServer.license(out);
        });
        VertxDevPayr devpayr = client(server);
        VertxDevPayr derived = devpayr.withConfig(config(server.baseUrl()));
        CompletableFuture<License> own = devpayr.async().licenses().get(1, 12);
        CompletableFuture<License> derivedOwn = derived.async().licenses().get(1, 12);
        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();

        derived.close();
        closed.countDown();

        assertThat(derivedOwn.handle((license, failure) -> failure).get(10, TimeUnit.SECONDS))
                .isInstanceOf(TransportException.class);
        assertThat(own.get(10, TimeUnit.SECONDS).id()).isEqualTo(12);
    }

    @Test
    void requiresTheVertxOfTheWebClient() {
        VertxDevPayr.Builder builder =
                VertxDevPayr.builder(config("https://api.example.com/")).webClient(session);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(builder::build)
                .withMessageContaining("webClient")
                .withMessageContaining("vertx(");
    }

    @Test
    void rejectsOptionsThatTheWebClientWouldIgnore() {
        VertxDevPayr.Builder withOptions = VertxDevPayr.builder(config("https://api.example.com/"))
                .vertx(vertx)
                .webClient(session)
                .options(new HttpClientOptions());
        VertxDevPayr.Builder withPool = VertxDevPayr.builder(config("https://api.example.com/"))
                .vertx(vertx)
                .webClient(session)
                .pool(new PoolOptions());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(withOptions::build)
                .withMessageContaining("options");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(withPool::build)
                .withMessageContaining("pool");
    }

    @Test
    void rejectsTlsSettingsThatTheWebClientWouldIgnore() throws Exception {
        VertxDevPayr.Builder builder = VertxDevPayr.builder(DevPayrConfig.builder()
                        .apiKey("api-key")
                        .sslContext(SSLContext.getDefault())
                        .build())
                .vertx(vertx)
                .webClient(session);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(builder::build)
                .withMessage("sslContext does not apply to webClient(…), which has its own TLS; configure it there");
    }

    @Test
    void webClientUsesTheConfiguredProxy() {
        VertxDevPayr devpayr = VertxDevPayr.builder(DevPayrConfig.builder()
                        .apiKey("api-key")
                        .domain("shop.example.com")
                        .baseUrl("https://api.devpayr.invalid/")
                        .proxy("proxy.invalid", 3128)
                        .build())
                .vertx(vertx)
                .webClient(session)
                .build();

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.blocking().licenses().get(1, 12))
                .withMessageContaining("the proxy proxy.invalid:3128 could not be reached");
    }

    @Test
    void cancellationResetsAnHttp2Stream() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        HttpServer server = get(vertx.createHttpServer()
                .requestHandler(request -> {
                    request.response().exceptionHandler(ended::complete);
                    received.countDown();
                })
                .listen(0, "127.0.0.1"));
        VertxDevPayr devpayr = VertxDevPayr.builder(config("http://127.0.0.1:" + server.actualPort() + "/"))
                .vertx(vertx)
                .options(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .build();
        CompletableFuture<License> license = devpayr.async().licenses().get(1, 12);
        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();

        license.cancel(true);

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);
    }
}
