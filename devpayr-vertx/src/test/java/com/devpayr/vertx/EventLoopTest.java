package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.license.License;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the threads that complete futures, and that event loops are never blocked. */
@Timeout(120)
class EventLoopTest {
    private static final int CALLS = 1000;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    }

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        get(vertx.close());
    }

    private VertxDevPayr client(RawServer.Behavior behavior) throws Exception {
        RawServer server = new RawServer(behavior);
        opened.push(server);
        VertxDevPayr client = VertxDevPayr.create(vertx, config(server.baseUrl()));
        opened.push(client);
        return client;
    }

    static DevPayrConfig config(String baseUrl) {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(baseUrl)
                .build();
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /** Runs a task on a context and returns its result. */
    static <T> T on(Context context, Callable<Future<T>> work) throws Exception {
        Promise<T> result = Promise.promise();
        context.runOnContext(start -> {
            try {
                work.call().onComplete(result);
            } catch (Exception failure) {
                result.fail(failure);
            }
        });
        return get(result.future());
    }

    @Test
    void vertxFutureCompletesOnTheCallersContext() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        Context context = vertx.getOrCreateContext();

        Context callbackContext =
                on(context, () -> devpayr.licenses().get(1, 12).map(license -> Vertx.currentContext()));
        Context failureContext = on(context, () -> devpayr.licenses()
                .get(-1, 12)
                .map(license -> context)
                .recover(failure -> Future.succeededFuture(Vertx.currentContext())));

        assertThat(callbackContext).isSameAs(context);
        assertThat(failureContext).isSameAs(context);
    }

    @Test
    void vertxFutureCompletesOnTheContextOfAnotherVertx() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        Vertx foreign = Vertx.vertx();
        opened.push(() -> get(foreign.close()));
        Context context = foreign.getOrCreateContext();

        Context callbackContext =
                on(context, () -> devpayr.licenses().get(1, 12).map(license -> Vertx.currentContext()));

        assertThat(callbackContext).isSameAs(context);
    }

    @Test
    void completableFutureCompletesOnTheCallersContext() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        Context context = vertx.getOrCreateContext();

        Context callbackContext = on(
                context,
                () -> Future.fromCompletionStage(
                        devpayr.async().licenses().get(1, 12).thenApply(license -> Vertx.currentContext())));

        assertThat(callbackContext).isSameAs(context);
    }

    @Test
    void callFromOutsideVertxCompletesOnAnEventLoop() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));

        boolean onEventLoop = get(devpayr.licenses().get(1, 12).map(license -> Context.isOnEventLoopThread()));

        assertThat(onEventLoop).isTrue();
    }

    @Test
    void bothStylesFailWithTheUnwrappedException() throws Exception {
        RawServer server = new RawServer((request, out) -> RawServer.license(out));
        opened.push(server);
        VertxDevPayr unconfigured = VertxDevPayr.create(
                vertx,
                DevPayrConfig.builder()
                        .domain("shop.example.com")
                        .baseUrl(server.baseUrl())
                        .build());
        opened.push(unconfigured);

        Throwable future = get(unconfigured
                .licenses()
                .get(1, 12)
                .map(license -> new Throwable())
                .otherwise(it -> it));
        Throwable completable = unconfigured
                .async()
                .licenses()
                .get(1, 12)
                .<Throwable>handle((license, failure) -> failure)
                .get(10, TimeUnit.SECONDS);

        assertThat(future).isInstanceOf(MissingCredentialException.class);
        assertThat(completable).isInstanceOf(MissingCredentialException.class);
    }

    @Test
    void listAllPassesRowsInOrderOnTheCallersContext() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.json(
                out,
                request.number() == 1
                        ? "{\"data\":{\"data\":[{\"id\":3,\"uuid\":\"c\"},{\"id\":2,\"uuid\":\"b\"}],\"next_cursor\":\"n\"}}"
                        : "{\"data\":{\"data\":[{\"id\":1,\"uuid\":\"a\"}],\"next_cursor\":null}}"));
        Context context = vertx.getOrCreateContext();
        List<Long> ids = new ArrayList<>();
        List<Context> contexts = new ArrayList<>();

        on(context, () -> devpayr.licenses().listAll(1).forEach(license -> {
            ids.add(license.id());
            contexts.add(Vertx.currentContext());
        }));

        assertThat(ids).containsExactly(3L, 2L, 1L);
        assertThat(contexts).containsOnly(context);
    }

    @Test
    void blockingStyleRejectsEventLoopsAndNamesTheAlternatives() throws Exception {
        RawServer server = new RawServer((request, out) -> RawServer.license(out));
        opened.push(server);
        VertxDevPayr own = VertxDevPayr.create(config(server.baseUrl()));
        opened.push(own);

        Throwable refusal = on(vertx.getOrCreateContext(), () -> {
            try {
                own.blocking().licenses().get(1, 12);
                return Future.succeededFuture(new AssertionError("the call was not rejected"));
            } catch (IllegalStateException refused) {
                return Future.succeededFuture(refused);
            }
        });

        assertThat(refusal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("license.get would block the event loop")
                .hasMessageContaining("async()")
                .hasMessageContaining("executeBlocking");
        assertThat(server.requests()).isEmpty();
    }

    /** Uses more callers than Vert.x has workers. Calls would deadlock if they needed one of those workers. */
    @Test
    void blockingStyleWorksOnAllWorkersConcurrently() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        List<Future<License>> licenses = IntStream.range(0, 40)
                .mapToObj(i -> vertx.executeBlocking(
                        () -> devpayr.blocking().licenses().get(1, 12), false))
                .toList();

        assertThat(get(Future.all(licenses)).size()).isEqualTo(40);
    }

    /** The context of the verticle runs nothing else while it is blocked. */
    @ParameterizedTest
    @EnumSource(
            value = ThreadingModel.class,
            names = {"WORKER", "VIRTUAL_THREAD"})
    void blockingStyleWorksInWorkerAndVirtualThreadVerticles(ThreadingModel model) throws Exception {
        assumeTrue(model == ThreadingModel.WORKER || Runtime.version().feature() >= 21, "virtual threads");
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        Queue<License> licenses = new ConcurrentLinkedQueue<>();
        Verticle waiting = new AbstractVerticle() {
            @Override
            public void start() {
                licenses.add(devpayr.blocking().licenses().get(1, 12));
                licenses.add(devpayr.blocking().licenses().get(1, 12));
            }
        };

        get(vertx.deployVerticle(waiting, new DeploymentOptions().setThreadingModel(model)));

        assertThat(licenses).extracting(License::id).containsExactly(12L, 12L);
    }

    @Test
    void closeDoesNotCloseTheCallersVertx() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));
        VertxDevPayr other = client((request, out) -> RawServer.license(out));

        devpayr.close();
        devpayr.close();

        String result = get(vertx.executeBlocking(() -> "alive"));
        assertThat(result).isEqualTo("alive");
        assertThat(get(other.licenses().get(1, 12)).id()).isEqualTo(12);
        assertThatIllegalStateException()
                .isThrownBy(() -> devpayr.blocking().licenses().get(1, 12))
                .withMessageContaining("closed");
    }

    @Test
    void closeOnAnEventLoopDoesNotBlock() throws Exception {
        VertxDevPayr devpayr = client((request, out) -> RawServer.license(out));

        on(vertx.getOrCreateContext(), () -> {
            devpayr.close();
            return Future.succeededFuture();
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> devpayr.blocking().licenses().get(1, 12))
                .withMessageContaining("closed");
    }

    @Test
    void oneThousandConcurrentCallsUseFewThreads() throws Exception {
        CountDownLatch allReceived = new CountDownLatch(CALLS);
        RawServer server = new RawServer((request, out) -> {
            allReceived.countDown();
            try {
                allReceived.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            RawServer.license(out);
        });
        opened.push(server);
        // The first call gets no response until the last request has arrived, which can take longer than the defaults.
        VertxDevPayr devpayr = VertxDevPayr.create(DevPayrConfig.builder()
                .apiKey("api-key")
                .domain("shop.example.com")
                .baseUrl(server.baseUrl())
                .readTimeout(LONG)
                .callTimeout(LONG)
                .build());
        opened.push(devpayr);
        AsyncDevPayr async = devpayr.async();
        List<CompletableFuture<License>> licenses = IntStream.range(0, CALLS)
                .mapToObj(i -> async.licenses().get(1, 12))
                .toList();

        assertThat(allReceived.await(60, TimeUnit.SECONDS)).isTrue();
        for (CompletableFuture<License> license : licenses) {
            assertThat(license.get(60, TimeUnit.SECONDS).id()).isEqualTo(12);
        }
        assertThat(clientThreads()).hasSizeLessThanOrEqualTo(8);
    }

    private static List<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("vert.x") || name.startsWith("devpayr"))
                .toList();
    }
}
