package com.devpayr.examples.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.ManualScheduler;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Four hours of traffic with a manual clock. Time advances while requests are in progress. License checks that are due complete
 * before time advances further.
 */
@Timeout(300)
class GatewayTest {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final int STEPS = 120;
    private static final int TENANTS = 200;
    private static final int REVOKED = 75;
    private static final int FIRST_REVOCATION = 5;
    private static final int OUTAGE_BEGINS = 45;
    private static final int OUTAGE_ENDS = 85;
    private static final long LONGEST_END_MILLIS = 10_000;

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final ManualScheduler time = new ManualScheduler(platform.clock());
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(TENANTS).setMaxWaitQueueSize(-1));
    private final Random seeds = new Random(5);
    private final Gateway gateway = new Gateway(
            GatewayTest::completeCallsBeforeTimeAdvances,
            guard ->
                    guard.clock(platform.clock()).scheduler(time).executor(time).random(new Random(seeds.nextLong())));
    private DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private List<TestTenant> tenants;

    private static VertxDevPayr completeCallsBeforeTimeAdvances(VertxDevPayr devpayr) {
        return devpayr.with(call -> {
            CompletableFuture<?> result = call.proceed();
            if (!Context.isOnEventLoopThread()) {
                result.handle((value, failure) -> value).join();
            }
            return result;
        });
    }

    @BeforeEach
    void open() {
        FakeProject project = platform.project("Photos").paid();
        tenants = IntStream.range(0, TENANTS)
                .mapToObj(i -> new TestTenant("tenant-" + i + ".example.com", project.license("Tenant " + i)))
                .toList();
        HttpServer origin = vertx.createHttpServer()
                .requestHandler(request -> request.response().end("Hello"))
                .listen(0, "127.0.0.1")
                .await();
        JsonObject keys = new JsonObject();
        tenants.forEach(tenant -> keys.put(tenant.host(), tenant.license().key().reveal()));
        JsonObject config = new JsonObject()
                .put("host", "127.0.0.1")
                .put("port", 0)
                .put("origin", new JsonObject().put("host", "127.0.0.1").put("port", origin.actualPort()))
                .put("base-url", emulator.baseUrl())
                .put("interval", INTERVAL.toString())
                .put("tenants", keys);
        vertx.deployVerticle(gateway, new DeploymentOptions().setConfig(config)).await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
        emulator.close();
    }

    @Test
    void admitsLicensedTenantsAndRejectsRevokedOnesWithinTheInterval() {
        TrafficRecord traffic = new TrafficRecord(INTERVAL);
        Instant start = platform.clock().instant();
        traffic.outage(start.plus(STEP.multipliedBy(OUTAGE_BEGINS)), start.plus(STEP.multipliedBy(OUTAGE_ENDS)));

        for (int step = 0; step < STEPS; step++) {
            prepare(step, traffic);
            Instant sent = platform.clock().instant();
            List<Future<Integer>> responses = tenants.stream().map(this::visit).toList();
            time.advance(STEP);
            for (int i = 0; i < TENANTS; i++) {
                traffic.visit(tenants.get(i), sent, responses.get(i).await());
            }
        }

        System.out.println(traffic + "; DevPayr received " + platform.requests().size() + " requests");
        assertThat(traffic.visits()).isEqualTo(TENANTS * STEPS);
        assertThat(traffic.rejectedWhileLicensed()).isZero();
        assertThat(traffic.admittedTooLate()).isZero();
        assertThat(traffic.rejectedTenants()).isEqualTo(REVOKED);
        assertThat(traffic.unexpected()).isEmpty();
    }

    private void prepare(int step, TrafficRecord traffic) {
        int next = step - FIRST_REVOCATION;
        if (next >= 0 && next < REVOKED) {
            tenants.get(next).license().revoked();
            traffic.revoked(tenants.get(next), platform.clock().instant());
        }
        if (step == OUTAGE_BEGINS) {
            emulator.close();
        } else if (step == OUTAGE_ENDS) {
            emulator = DevPayrEmulator.start(
                    platform, URI.create(emulator.baseUrl()).getPort());
        }
    }

    private Future<Integer> visit(TestTenant tenant) {
        return visit(tenant.host());
    }

    private Future<Integer> visit(String host) {
        return client.request(new RequestOptions()
                        .setServer(SocketAddress.inetSocketAddress(gateway.port(), "127.0.0.1"))
                        .setHost(host)
                        .setPort(80)
                        .setURI("/photos"))
                .compose(request -> request.send().compose(GatewayTest::readStatus));
    }

    /** Called on the context of the response, since a body that arrives without a handler is lost. */
    private static Future<Integer> readStatus(HttpClientResponse response) {
        return response.body().map(body -> response.statusCode());
    }

    @Test
    void respondsWith404ToUnknownHosts() {
        assertThat(visit("nobody.example.com").await()).isEqualTo(404);
    }

    @Test
    void undeployingLeavesNoThread() {
        visit(tenants.get(0)).await();
        List<Thread> threads = threads();
        assertThat(threads).isNotEmpty();

        vertx.undeploy(gateway.deploymentID()).await();

        assertThat(threads).allMatch(GatewayTest::ends);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        Stream.of("gateway", "devpayr-vertx", "devpayr-guard").anyMatch(thread.getName()::startsWith))
                .toList();
    }

    /** Returns whether a thread ends. Undeploying does not wait for it. */
    private static boolean ends(Thread thread) {
        try {
            thread.join(LONGEST_END_MILLIS);
            return !thread.isAlive();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
