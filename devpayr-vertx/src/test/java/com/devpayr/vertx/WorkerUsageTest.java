package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static com.devpayr.vertx.EventLoopTest.on;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.secret.ApiKey;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.PoolOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests which work needs a worker, by keeping all workers busy. Calls share one connection, so a response has arrived when
 * the next call has completed.
 */
@Timeout(60)
class WorkerUsageTest {
    private static final long SMALL = 1;
    private static final long LARGE = 2;
    private static final long COMPRESSED = 3;
    private static final long MISSING = 4;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final CountDownLatch release = new CountDownLatch(1);
    private RawServer server;

    @BeforeEach
    void open() throws IOException {
        server = new RawServer(WorkerUsageTest::respond);
    }

    @AfterEach
    void close() throws Exception {
        release.countDown();
        server.close();
        get(vertx.close());
    }

    private static void respond(RawServer.Request request, OutputStream out) throws IOException {
        if (request.head().contains("licenses/" + LARGE)) {
            RawServer.json(out, license("x".repeat(16 * 1024)));
        } else if (request.head().contains("licenses/" + COMPRESSED)) {
            gzip(out, license("Pro"));
        } else if (request.head().contains("licenses/" + MISSING)
                || (request.head().contains("project/2 ") && request.number() == 1)) {
            out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
            out.flush();
        } else {
            RawServer.json(out, license("Pro"));
        }
    }

    private static String license(String title) {
        return "{\"data\":{\"id\":12,\"uuid\":\"k\",\"title\":\"" + title + "\"}}";
    }

    private static void gzip(OutputStream out, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(UTF_8));
        }
        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n")
                .getBytes(US_ASCII));
        bytes.writeTo(out);
        out.flush();
    }

    private DevPayrConfig.Builder config() {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl());
    }

    private VertxDevPayr client(DevPayrConfig.Builder config) {
        return VertxDevPayr.builder(config.build())
                .vertx(vertx)
                .pool(new PoolOptions().setHttp1MaxSize(1).setCleanerPeriod(0))
                .build();
    }

    /** Returns a client that has already fetched a small license. */
    private VertxDevPayr warmedUpClient() throws Exception {
        VertxDevPayr devpayr = client(config());
        get(devpayr.licenses().get(1, SMALL));
        return devpayr;
    }

    private void keepAllWorkersBusy() throws InterruptedException {
        WorkerExecutor workers =
                vertx.createSharedWorkerExecutor(VertxResources.WORKER_POOL, VertxResources.WORKER_COUNT);
        CountDownLatch busy = new CountDownLatch(VertxResources.WORKER_COUNT);
        for (int i = 0; i < VertxResources.WORKER_COUNT; i++) {
            workers.executeBlocking(
                    () -> {
                        busy.countDown();
                        release.await();
                        return null;
                    },
                    false);
        }
        assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static License small(VertxDevPayr devpayr) throws Exception {
        return devpayr.async().licenses().get(1, SMALL).get(30, TimeUnit.SECONDS);
    }

    @Test
    void smallResponseOfAKnownOperationNeedsNoWorker() throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        keepAllWorkersBusy();

        assertThat(small(devpayr).title()).isEqualTo("Pro");
        assertThat(get(devpayr.licenses().get(1, SMALL)).title()).isEqualTo("Pro");
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGE, COMPRESSED, MISSING})
    void otherResponsesAreReadOnAWorker(long license) throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        keepAllWorkersBusy();

        CompletableFuture<Throwable> result =
                devpayr.async().licenses().get(1, license).handle((value, failure) -> failure);
        small(devpayr);

        assertThat(server.requests()).hasSize(3);
        assertThat(result).isNotDone();
        release.countDown();
        assertThat(result.get(30, TimeUnit.SECONDS) == null).isEqualTo(license != MISSING);
    }

    @Test
    void firstResponseOfAnOperationIsReadOnAWorker() throws Exception {
        VertxDevPayr devpayr = client(config());
        get(devpayr.projects().get(2).otherwiseEmpty()); // the 404 warms up the request but not the response
        get(devpayr.licenses().get(1, SMALL));
        keepAllWorkersBusy();

        CompletableFuture<?> result = devpayr.async().projects().get(2);
        small(devpayr);

        assertThat(server.requests()).hasSize(4);
        assertThat(result).isNotDone();
        release.countDown();
        assertThat(result.handle((value, failure) -> "over").get(30, TimeUnit.SECONDS))
                .isEqualTo("over");
    }

    @Test
    void firstRequestOfAnOperationIsPreparedOnAWorker() throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        keepAllWorkersBusy();

        CompletableFuture<?> result = devpayr.async().projects().get(1);
        small(devpayr);

        assertThat(server.requests()).hasSize(2);
        assertThat(result).isNotDone();
    }

    @Test
    void writesABodyOnAWorker() throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        get(devpayr.licenses().create(1, draft));
        keepAllWorkersBusy();

        CompletableFuture<License> created = devpayr.async().licenses().create(1, draft);
        small(devpayr);

        assertThat(server.requests()).hasSize(3);
        release.countDown();
        assertThat(created.get(30, TimeUnit.SECONDS).title()).isEqualTo("Pro");
    }

    @Test
    void credentialSupplierIsAlwaysCalledOnAWorker() throws Exception {
        Queue<String> threads = new ConcurrentLinkedQueue<>();
        VertxDevPayr devpayr = client(config().apiKey(() -> {
            threads.add(Thread.currentThread().getName());
            return ApiKey.of("api-key");
        }));
        Context loop = vertx.getOrCreateContext();

        for (int i = 0; i < 3; i++) {
            on(loop, () -> devpayr.licenses().get(1, SMALL));
            small(devpayr);
        }

        assertThat(threads).hasSize(6).allMatch(name -> name.startsWith(VertxResources.WORKER_POOL));
    }

    @Test
    void callSetsNoTimerOfVertx() throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        long before = vertx.setTimer(60_000, late -> {});

        on(vertx.getOrCreateContext(), () -> devpayr.licenses().get(1, SMALL));
        get(devpayr.licenses().get(1, LARGE));
        get(devpayr.licenses().get(1, MISSING).otherwiseEmpty());
        long after = vertx.setTimer(60_000, late -> {});

        assertThat(after - before).isEqualTo(1);
    }

    @Test
    void callCancelledBeforeItIsSentIsNotSent() throws Exception {
        VertxDevPayr devpayr = warmedUpClient();
        LicenseDraft draft = LicenseDraft.builder("Pro").build();
        keepAllWorkersBusy();

        CompletableFuture<License> created = devpayr.async().licenses().create(1, draft);
        created.cancel(true);
        release.countDown();
        for (int i = 0; i < VertxResources.WORKER_COUNT; i++) {
            get(devpayr.licenses().get(1, LARGE));
        }

        assertThat(server.requests()).noneMatch(request -> request.head().startsWith("POST"));
    }
}
