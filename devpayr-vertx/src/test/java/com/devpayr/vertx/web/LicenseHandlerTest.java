package com.devpayr.vertx.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.contract.PathSpellings;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LicenseHandlerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    private static final String API_CLIENT = "application/json";

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final FakeLicense license = platform.project("Acme").paid().license("Pro");
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .baseUrl(emulator.baseUrl())
            .licenseKey(license.key().reveal())
            .domain("shop.example.com")
            .readTimeout(Duration.ofMinutes(2)) // a check whose response is held does not end before the test
            .callTimeout(Duration.ofMinutes(2))
            .build();
    private final VertxDevPayr devpayr = VertxDevPayr.create(vertx, config);
    private final LicenseGuard guard = LicenseGuard.builder(devpayr.async())
            .application("acme-photos")
            .leaseStore(LeaseStore.memory())
            .clock(platform.clock())
            .outagePolicy(OutagePolicy.failClosed())
            .build();

    @AfterEach
    void close() throws Exception {
        guard.close();
        devpayr.close();
        get(vertx.close());
        emulator.close();
    }

    private record Response(int status, MultiMap headers, String body) {}

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private int serve(LicenseHandler handler) throws Exception {
        // <handler>
        Router router = Router.router(vertx);
        router.route().handler(handler).handler(BodyHandler.create(false)); // before handlers that read the body
        router.get("/buy").handler(context -> context.end("Buy it here."));
        router.route().handler(context -> context.end("Hello " + context.body().asString()));
        // </handler>
        HttpServer server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        return server.actualPort();
    }

    private Response request(int port, String path, String accept) throws Exception {
        return get(send(port, HttpMethod.GET, path, accept, ""));
    }

    private Future<Response> send(int port, HttpMethod method, String path, String accept, String body) {
        return client.request(new RequestOptions()
                        .setMethod(method)
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(path)
                        .putHeader("Accept", accept))
                .compose(request -> request.send(Buffer.buffer(body)).compose(LicenseHandlerTest::read));
    }

    /** Called on the context of the response, since a body that arrives without a handler is lost. */
    private static Future<Response> read(HttpClientResponse response) {
        return response.body().map(body -> new Response(response.statusCode(), response.headers(), body.toString()));
    }

    private LicenseHandler page() {
        return LicenseHandler.create(
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/health").build(), guard);
    }

    @Test
    void usesTheCachedVerdictWithoutRequests() throws Exception {
        int port = serve(page());
        guard.refresh().get(30, TimeUnit.SECONDS);

        for (int i = 0; i < 20; i++) {
            assertThat(request(port, "/", BROWSER).status()).isEqualTo(200);
        }

        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void pausesRequestsUntilTheFirstCheckWithoutBlocking() throws Exception {
        int port = serve(page());
        CountDownLatch released = holdTheCheck();

        Future<Response> waiting = send(port, HttpMethod.POST, "/", API_CLIENT, "world");
        Response health = request(port, "/health", API_CLIENT);
        boolean wasWaiting = !waiting.isComplete();
        released.countDown();

        assertThat(health.status()).isEqualTo(200);
        assertThat(wasWaiting).isTrue();
        assertThat(get(waiting).body()).isEqualTo("Hello world");
    }

    @Test
    void letsRequestsProceedBeforeTheFirstCheckInModeLog() throws Exception {
        int port = serve(LicenseHandler.create(
                LicenseEnforcer.builder(EnforcementMode.LOG).build(), guard));
        CountDownLatch released = holdTheCheck();

        Response response = get(send(port, HttpMethod.POST, "/", API_CLIENT, "world"));
        released.countDown();

        assertThat(response.body()).isEqualTo("Hello world");
        assertThat(guard.firstVerdict()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void theCachedVerdictDecidesWhenTheFirstCheckTakesTooLong() throws Exception {
        int port = serve(LicenseHandler.create(
                LicenseEnforcer.builder(EnforcementMode.PAGE)
                        .maxWait(Duration.ofMillis(1))
                        .build(),
                guard));
        CountDownLatch released = holdTheCheck();

        Response response = get(send(port, HttpMethod.POST, "/", API_CLIENT, "world"));
        released.countDown();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).contains("\"reason\":\"unknown\"");
    }

    private CountDownLatch holdTheCheck() {
        CountDownLatch released = new CountDownLatch(1);
        platform.stubNext(
                Operation.PAYMENT_CHECK,
                StubResponse.of(200).body("{\"data\":{\"has_paid\":true}}").delayedUntil(released));
        return released;
    }

    @Test
    void aDenialHandlerThatThrowsFailsTheRequestThatWaited() throws Exception {
        int port = serve(page().withDenialHandler((context, verdict) -> {
            throw new IllegalStateException("denial handler");
        }));
        license.revoked();

        assertThat(request(port, "/", BROWSER).status()).as("first check").isEqualTo(500);
        assertThat(request(port, "/", BROWSER).status()).as("cached verdict").isEqualTo(500);
    }

    @Test
    void anApplicationWhoseLeaseHasLapsedAnswersItsFirstRequestAsDevPayrDecides() throws Exception {
        LeaseStore store = LeaseStore.memory();
        try (LicenseGuard before = guardWith(store)) {
            before.refresh().get(30, TimeUnit.SECONDS);
        }
        platform.clock().advance(Duration.ofDays(30));
        try (LicenseGuard returned = guardWith(store)) {
            get(vertx.executeBlocking(() -> {
                returned.start();
                return true;
            }));
            int port = serve(LicenseHandler.create(
                    LicenseEnforcer.builder(EnforcementMode.PAGE).build(), returned));

            assertThat(request(port, "/", BROWSER).status()).isEqualTo(200);
        }
    }

    private LicenseGuard guardWith(LeaseStore store) {
        return LicenseGuard.builder(devpayr.async())
                .application("acme-photos")
                .leaseStore(store)
                .clock(platform.clock())
                .build();
    }

    @Test
    void sendsBrowsersAPageAndApiClientsAProblem() throws Exception {
        int port = serve(page());
        license.revoked();

        Response browser = request(port, "/", BROWSER);
        Response apiClient = request(port, "/", API_CLIENT);

        assertThat(browser.status()).isEqualTo(402);
        assertThat(browser.headers().get("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(browser.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.body()).contains("This software is not licensed", "revoked");
        assertThat(apiClient.status()).isEqualTo(402);
        assertThat(apiClient.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(apiClient.body()).contains("\"reason\":\"revoked\"");
    }

    @Test
    void aGuardThatIsNotStartedChecksAgainWhenACheckIsDue() throws Exception {
        int port = serve(page());
        assertThat(request(port, "/", API_CLIENT).status()).isEqualTo(200);
        license.revoked();
        int status = 200;
        for (int attempt = 0; attempt < 100 && status == 200; attempt++) {
            platform.clock().advance(Duration.ofHours(1)); // the guard reads the clock every 10 ms at most
            status = request(port, "/", API_CLIENT).status();
        }

        assertThat(status).isEqualTo(402);
    }

    @Test
    void respondsToAnOutageWith503() throws Exception {
        int port = serve(page());
        emulator.close();

        Response apiClient = request(port, "/", API_CLIENT);

        assertThat(apiClient.status()).isEqualTo(503);
        assertThat(apiClient.body()).contains("\"reason\":\"unknown\"");
    }

    @Test
    void redirectsBrowsers() throws Exception {
        int port = serve(LicenseHandler.create(
                LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                        .redirect("/buy")
                        .build(),
                guard));
        license.revoked();

        Response redirect = request(port, "/", BROWSER);

        assertThat(redirect.status()).isEqualTo(303);
        assertThat(redirect.headers().get("Location")).isEqualTo("/buy");
        assertThat(request(port, "/buy", BROWSER).body()).isEqualTo("Buy it here.");
    }

    @Test
    void callsTheDenialHandler() throws Exception {
        LicenseEnforcer enforcer =
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/buy").build();
        // <denial-handler>
        LicenseHandler handler = LicenseHandler.create(enforcer, guard)
                .withDenialHandler((context, verdict) -> context.reroute(HttpMethod.GET, "/buy"));
        // </denial-handler>
        int port = serve(handler);
        license.revoked();

        assertThat(request(port, "/photos", BROWSER).body()).isEqualTo("Buy it here.");
    }

    @Test
    void checksEveryNotationOfAPath() throws Exception {
        int port = serve(LicenseHandler.create(
                LicenseEnforcer.builder(EnforcementMode.PAGE)
                        .include("/admin/**")
                        .exclude("/admin/css/**")
                        .build(),
                guard));
        license.revoked();

        for (String path : new String[] {
            "/admin", "/%61dmin/x", "/x/../admin/y", "/admin/css/../x", "/admin/css/..%2fx", "/admin/../open"
        }) {
            assertThat(request(port, path, API_CLIENT).status()).as(path).isEqualTo(402);
        }
        for (Map.Entry<String, Integer> path :
                Map.of("/open", 200, "/admin/css/site.css", 200).entrySet()) {
            assertThat(request(port, path.getKey(), API_CLIENT).status()).isEqualTo(path.getValue());
        }
    }

    @TestFactory
    Stream<DynamicTest> enforcesEverySpelling() throws Exception {
        LicenseEnforcer.Builder enforcer =
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude(PathSpellings.EXCLUDE);
        PathSpellings.INCLUDE.forEach(enforcer::include);
        int port = serve(LicenseHandler.create(enforcer.build(), guard));
        license.revoked();
        guard.refresh().get(30, TimeUnit.SECONDS);

        List<DynamicTest> tests = PathSpellings.all()
                .map(spelling -> {
                    int status = PathSpellings.status(port, spelling.path());
                    return DynamicTest.dynamicTest(spelling.path(), () -> assertThat(status)
                            .isIn(spelling.guarded() ? List.of(402, 400) : List.of(200)));
                })
                .toList();
        return tests.stream();
    }

    @Test
    void respondsToAnInvalidEncodingWith400() throws Exception {
        int port = serve(page());

        assertThat(PathSpellings.status(port, "/%zz")).isEqualTo(400);
    }

    @Test
    void respondsToAPreflightWithTheStatusAlone() throws Exception {
        int port = serve(page());
        license.revoked();

        String response = PathSpellings.response(
                port,
                "OPTIONS",
                "/photos",
                "Origin: https://a.example\r\nAccess-Control-Request-Method: GET\r\nAccept: text/html\r\n");

        assertThat(response).startsWith("HTTP/1.1 402").doesNotContain("<html", "content-type");
    }
}
