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
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LicenseHandlerTest {
    private static final String PEOPLE = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    private static final String PROGRAMS = "application/json";

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final FakeLicense license = platform.project("Acme").paid().license("Pro");
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .baseUrl(emulator.baseUrl())
            .licenseKey(license.key().reveal())
            .domain("shop.example.com")
            .build();
    private final VertxDevPayr devpayr = VertxDevPayr.create(vertx, config);
    private final LicenseGuard guard = LicenseGuard.over(devpayr.async(), config)
            .application("acme-photos")
            .leaseStore(LeaseStore.memory())
            .clock(platform.clock())
            .onOutage(OutagePolicy.failClosed())
            .build();

    @AfterEach
    void close() throws Exception {
        guard.close();
        devpayr.close();
        get(vertx.close());
        emulator.close();
    }

    private record Answer(int status, MultiMap headers, String body) {}

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private int serve(LicenseHandler gate) throws Exception {
        // <gate>
        Router router = Router.router(vertx);
        router.route().handler(gate).handler(BodyHandler.create(false)); // first of all, and no body is lost
        router.get("/buy").handler(context -> context.end("Buy it here."));
        router.route().handler(context -> context.end("Hello " + context.body().asString()));
        // </gate>
        HttpServer server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        return server.actualPort();
    }

    private Answer ask(int port, String path, String accept) throws Exception {
        return get(answer(port, HttpMethod.GET, path, accept, ""));
    }

    private Future<Answer> answer(int port, HttpMethod method, String path, String accept, String body) {
        return client.request(new RequestOptions()
                        .setMethod(method)
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(path)
                        .putHeader("Accept", accept))
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body()
                        .map(it -> new Answer(response.statusCode(), response.headers(), it.toString())));
    }

    private LicenseHandler page() {
        return LicenseHandler.of(
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/health").build(), guard);
    }

    @Test
    void aLicensedCopyAnswersByWhatIsKnownAndAsksNobody() throws Exception {
        int port = serve(page());
        guard.refresh().get(30, TimeUnit.SECONDS);

        for (int i = 0; i < 20; i++) {
            assertThat(ask(port, "/", PEOPLE).status()).isEqualTo(200);
        }

        assertThat(platform.requests()).hasSize(1);
    }

    @Test
    void theFirstRequestWaitsForTheFirstAnswerWithoutItsBodyBeingLostAndTheEventLoopGoesOn() throws Exception {
        int port = serve(page());
        CountDownLatch answers = new CountDownLatch(1);
        platform.stubNext(
                Operation.PAYMENT_CHECK,
                StubResponse.of(200).body("{\"data\":{\"has_paid\":true}}").delayedUntil(answers));

        Future<Answer> waiting = answer(port, HttpMethod.POST, "/", PROGRAMS, "world");
        Answer health = ask(port, "/health", PROGRAMS);
        boolean wasWaiting = !waiting.isComplete();
        answers.countDown();

        assertThat(health.status()).isEqualTo(200);
        assertThat(wasWaiting).isTrue();
        assertThat(get(waiting).body()).isEqualTo("Hello world");
    }

    @Test
    void aRefusedCopyShowsPeopleThePageAndProgramsAProblem() throws Exception {
        int port = serve(page());
        license.revoked();

        Answer people = ask(port, "/", PEOPLE);
        Answer programs = ask(port, "/", PROGRAMS);

        assertThat(people.status()).isEqualTo(402);
        assertThat(people.headers().get("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(people.headers().get("Cache-Control")).isEqualTo("no-store");
        assertThat(people.body()).contains("This software is not licensed", "revoked");
        assertThat(programs.status()).isEqualTo(402);
        assertThat(programs.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(programs.body()).contains("\"reason\":\"revoked\"");
    }

    @Test
    void anOutageIsNoRefusal() throws Exception {
        int port = serve(page());
        emulator.close();

        Answer programs = ask(port, "/", PROGRAMS);

        assertThat(programs.status()).isEqualTo(503);
        assertThat(programs.body()).contains("\"reason\":\"unknown\"");
    }

    @Test
    void peopleAreSentToAnotherAddress() throws Exception {
        int port = serve(LicenseHandler.of(
                LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                        .redirect("/buy")
                        .build(),
                guard));
        license.revoked();

        Answer sent = ask(port, "/", PEOPLE);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.headers().get("Location")).isEqualTo("/buy");
        assertThat(ask(port, "/buy", PEOPLE).body()).isEqualTo("Buy it here.");
    }

    @Test
    void theCallersOwnAnswerIsTold() throws Exception {
        LicenseEnforcer gate =
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/buy").build();
        // <own>
        LicenseHandler own =
                LicenseHandler.of(gate, guard).orElse((context, verdict) -> context.reroute(HttpMethod.GET, "/buy"));
        // </own>
        int port = serve(own);
        license.revoked();

        assertThat(ask(port, "/photos", PEOPLE).body()).isEqualTo("Buy it here.");
    }

    @Test
    void noSpellingOfAPathLeadsAround() throws Exception {
        int port = serve(LicenseHandler.of(
                LicenseEnforcer.builder(EnforcementMode.PAGE)
                        .include("/admin/**")
                        .exclude("/admin/css/**")
                        .build(),
                guard));
        license.revoked();

        for (String path : new String[] {
            "/admin", "/%61dmin/x", "/x/../admin/y", "/admin/css/../x", "/admin/css/..%2fx", "/admin/../open"
        }) {
            assertThat(ask(port, path, PROGRAMS).status()).as(path).isEqualTo(402);
        }
        for (Map.Entry<String, Integer> path :
                Map.of("/open", 200, "/admin/css/site.css", 200).entrySet()) {
            assertThat(ask(port, path.getKey(), PROGRAMS).status()).isEqualTo(path.getValue());
        }
    }
}
