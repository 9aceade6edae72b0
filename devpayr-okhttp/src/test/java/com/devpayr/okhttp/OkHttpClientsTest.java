package com.devpayr.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the configuration of the clients, closing, and which requests count as not sent. */
@Timeout(60)
class OkHttpClientsTest {
    private static final int SECONDS = 20;

    private final FaultServer server =
            FaultServer.start(Faults.response(200, "Content-Type: application/json\r\n", "{}"));
    private final OkHttpClient custom = new OkHttpClient();

    @AfterEach
    void close() {
        server.close();
        custom.dispatcher().executorService().shutdown();
        custom.connectionPool().evictAll();
    }

    private static DevPayrConfig config() {
        return DevPayrConfig.builder()
                .domain("shop.example.com")
                .connectTimeout(Duration.ofSeconds(3))
                .readTimeout(Duration.ofSeconds(41))
                .callTimeout(Duration.ofSeconds(59))
                .build();
    }

    private static Response get(OkHttpClients clients, String url) throws IOException {
        return clients.client().newCall(new Request.Builder().url(url).build()).execute();
    }

    /** Reads the whole body: OkHttp closes a connection if the rest of a body does not arrive within 100 ms. */
    private void read(OkHttpClients clients) throws IOException {
        assertThat(get(clients, server.baseUrl()).body().string()).isEqualTo("{}");
    }

    @Test
    void appliesTheConfigurationInPlaceOfTheSettingsOfAClient() {
        OkHttpClient client = OkHttpClients.wrap(custom, config()).client();

        assertThat(client.connectTimeoutMillis()).isEqualTo(3000);
        assertThat(client.readTimeoutMillis()).isEqualTo(41_000);
        assertThat(client.writeTimeoutMillis()).isEqualTo(41_000);
        assertThat(client.callTimeoutMillis()).isEqualTo(59_000);
        assertThat(client.retryOnConnectionFailure()).isFalse();
        assertThat(client.followRedirects()).isFalse();
        assertThat(client.followSslRedirects()).isFalse();
        assertThat(client.connectionPool()).isSameAs(custom.connectionPool());
    }

    @Test
    void configuredTlsVerifiesHostNamesInAnyCase() throws NoSuchAlgorithmException {
        OkHttpClient lenient =
                custom.newBuilder().hostnameVerifier((host, session) -> true).build();
        DevPayrConfig tls = DevPayrConfig.builder()
                .domain("shop.example.com")
                .sslContext(SSLContext.getDefault())
                .build();

        assertThat(OkHttpClients.wrap(lenient, tls).client().hostnameVerifier()).isSameAs(custom.hostnameVerifier());
        assertThat(OkHttpClients.wrap(lenient, config()).client().hostnameVerifier())
                .isSameAs(lenient.hostnameVerifier());
    }

    @Test
    void passesTheResponseOn() throws IOException {
        try (OkHttpClients clients = OkHttpClients.create(config());
                Response response = get(clients, server.baseUrl())) {
            assertThat(response.body().contentType()).hasToString("application/json");
            assertThat(response.body().contentLength()).isEqualTo(2);
            assertThat(response.body().string()).isEqualTo("{}");
        }
    }

    @Test
    void closeFailsCallsInProgressAndReleasesThreadsAndConnections() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        server.setFault(exchange -> {
            arrived.countDown();
            exchange.stall();
        });
        OkHttpClients clients = OkHttpClients.create(config());
        CompletableFuture<Throwable> failure =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> get(clients, server.baseUrl())));
        assertThat(arrived.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        clients.close();

        assertThat(failure.get(SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(ConnectException.class);
        assertThat(server.awaitNoConnection(Duration.ofSeconds(SECONDS))).isTrue();
        assertThat(clients.client().dispatcher().executorService().isShutdown()).isTrue();
    }

    /** Another thread may be about to start a call while the client is closed. */
    @Test
    void aCallThatStartsAfterTheCloseIsNotSent() {
        OkHttpClients clients = OkHttpClients.create(config());
        Call call = clients.client()
                .newCall(new Request.Builder().url(server.baseUrl()).build());

        clients.close();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(call::execute)
                .withMessage("this DevPayr client is closed; create a new one");
        assertThat(server.connections()).isZero();
    }

    @Test
    void closeClosesIdleConnections() throws Exception {
        OkHttpClients clients = OkHttpClients.create(config());
        read(clients);
        assertThat(clients.client().connectionPool().idleConnectionCount()).isEqualTo(1);

        clients.close();

        assertThat(clients.client().connectionPool().connectionCount()).isZero();
        assertThat(server.awaitNoConnection(Duration.ofSeconds(SECONDS))).isTrue();
    }

    @Test
    void closeKeepsThreadsAndConnectionsOfAWrappedClient() throws IOException {
        OkHttpClients clients = OkHttpClients.wrap(custom, config());
        read(clients);

        clients.close();

        assertThat(custom.connectionPool().connectionCount()).isEqualTo(1);
        assertThat(custom.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void asynchronousCallsRunOnVirtualOrFewDaemonThreads() throws Exception {
        Dispatcher dispatcher = DaemonDispatcher.create();
        CompletableFuture<Thread> thread = new CompletableFuture<>();

        dispatcher.executorService().execute(() -> thread.complete(Thread.currentThread()));

        assertThat(thread.get(SECONDS, TimeUnit.SECONDS).isDaemon()).isTrue();
        assertThat(dispatcher.getMaxRequests()).isEqualTo(1024);
        assertThat(dispatcher.getMaxRequestsPerHost()).isEqualTo(1024);
        if (dispatcher.executorService() instanceof ThreadPoolExecutor pool) {
            assertThat(thread.get().getName()).isEqualTo("devpayr-okhttp-1");
            assertThat(pool.getMaximumPoolSize()).isEqualTo(16);
            assertThat(pool.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(5);
            assertThat(pool.allowsCoreThreadTimeOut()).isTrue();
        } else {
            assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
        }
        dispatcher.executorService().shutdown();
    }

    @Test
    void failureBeforeAConnectionIsAConnectException() {
        UnknownHostException unknown = new UnknownHostException("no such host");
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> get(OkHttpClients.wrap(withoutDns(unknown), config()), "http://shop.example.com/"))
                .withMessage("no such host")
                .withCause(unknown);
    }

    @Test
    void failureOfAConnectionIsNotAConnectException() {
        server.setFault(Faults.disconnect());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> get(OkHttpClients.wrap(custom, config()), server.baseUrl()))
                .isNotInstanceOf(ConnectException.class);
    }

    @Test
    void callWithinACallIsTrackedSeparately() {
        server.setFault(Faults.response(401, "", ""));
        OkHttpClients inner = OkHttpClients.wrap(withoutDns(new UnknownHostException("no such host")), config());
        OkHttpClient authenticated = custom.newBuilder()
                .authenticator((route, response) -> {
                    assertThatExceptionOfType(ConnectException.class)
                            .isThrownBy(() -> get(inner, "http://auth.example.com/"));
                    throw new IOException("no token");
                })
                .build();

        assertThatThrownBy(() -> get(OkHttpClients.wrap(authenticated, config()), server.baseUrl()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no token");
    }

    private OkHttpClient withoutDns(UnknownHostException failure) {
        return custom.newBuilder()
                .dns(host -> {
                    throw failure;
                })
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "503, 1, 1",
        "503, 007, 7",
        "503, 123456789, 123456789",
        "503, 1000000000, 999999999",
        "503, 99999999999999999999, 999999999",
        "503, soon, soon",
        "503, -1, -1",
        "429, 0, 0",
        "429, 99999999999, 99999999999"
    })
    void retryAfterIsReadableByOkHttp(int status, String sent, String received) throws IOException {
        server.setFault(Faults.response(status, "Retry-After: " + sent + "\r\n", ""));

        try (Response response = get(OkHttpClients.wrap(custom, config()), server.baseUrl())) {
            assertThat(response.code()).isEqualTo(status);
            assertThat(response.header("Retry-After")).isEqualTo(received);
        }
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000"})
    void retryAfterOfZeroIsTheCurrentDate(String zero) throws IOException {
        server.setFault(Faults.response(503, "Retry-After: " + zero + "\r\n", ""));
        ZonedDateTime before = ZonedDateTime.now(ZoneOffset.UTC).minusSeconds(1);

        try (Response response = get(OkHttpClients.wrap(custom, config()), server.baseUrl())) {
            assertThat(ZonedDateTime.parse(response.header("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME))
                    .isBetween(before, ZonedDateTime.now(ZoneOffset.UTC));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void responseWithoutRetryAfterIsUnchanged() throws IOException {
        server.setFault(Faults.response(503, "", ""));

        try (Response response = get(OkHttpClients.wrap(custom, config()), server.baseUrl())) {
            assertThat(response.header("Retry-After")).isNull();
        }
    }
}
