package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static com.devpayr.vertx.EventLoopTest.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.page.PageRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.BufferedReader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that calls do not block event loops, with the blocked thread checker of Vert.x in a separate JVM. */
@Timeout(120)
class BlockedThreadTest {
    private static final int ATTEMPTS = 20;

    /** Repeated, since any thread can be delayed by 50 ms on a busy machine. Blocking work is delayed every time. */
    @Test
    void eventLoopIsNotBlockedByTheFirstCallOrALargePage() throws Exception {
        String rows = IntStream.range(1, 20_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"uuid\":\"key-" + i + "\",\"title\":\"" + "x".repeat(300) + "\"}")
                .collect(Collectors.joining(","));
        RawServer server = new RawServer((request, out) -> RawServer.json(
                out,
                request.head().startsWith("GET")
                        ? "{\"data\":{\"data\":[" + rows + "],\"next_cursor\":null}}"
                        : "{\"data\":{\"id\":12,\"uuid\":\"k\"}}"));
        try (server) {
            assertThat(linesOf(ColdProgram.class, server)).containsExactly("done");
        }
    }

    @Test
    void eventLoopIsNotBlockedBy256ConcurrentCalls() throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            List<String> lines = linesOf(BusyProgram.class, server);

            System.out.println(String.join(System.lineSeparator(), lines));
            assertThat(lines).singleElement().asString().startsWith("512 calls, 256 concurrent");
        }
    }

    private static List<String> linesOf(Class<?> program, RawServer server) throws Exception {
        List<String> lines = attempt(program, server.baseUrl());
        for (int attempt = 1; attempt < ATTEMPTS && lines.size() > 1; attempt++) {
            lines = attempt(program, server.baseUrl());
        }
        return lines;
    }

    private static List<String> attempt(Class<?> main, String baseUrl) throws Exception {
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        baseUrl)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = program.inputReader(UTF_8)) {
            return output.lines().toList();
        } finally {
            program.destroyForcibly();
        }
    }

    private static VertxOptions watched() {
        return new VertxOptions()
                .setBlockedThreadCheckInterval(5)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(50)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setWarningExceptionTime(50)
                .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS);
    }

    /** Creates a client, sends a body and reads a page of several megabytes on an event loop of a new JVM. */
    static final class ColdProgram {
        private ColdProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertx(arguments[0]);
            Vertx vertx = Vertx.vertx(watched());
            DevPayrConfig config = DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl(arguments[0])
                    .maxResponseBytes(20_000_000)
                    .build();
            on(vertx.getOrCreateContext(), () -> VertxDevPayr.createAsync(vertx, config)
                    .compose(devpayr -> devpayr.licenses()
                            .create(1, LicenseDraft.builder("Pro").build())
                            .compose(created -> devpayr.licenses().list(1, PageRequest.first()))));
            get(vertx.close());
            System.out.println("done");
        }
    }

    /** Loads the classes of Vert.x and Netty, as an application has done before its first call. */
    private static void warmUpVertx(String url) throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient();
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.GET)) {
            get(client.request(new RequestOptions().setMethod(method).setAbsoluteURI(url))
                    .compose(request -> request.send(Buffer.buffer("{}")))
                    .compose(HttpClientResponse::body));
        }
        get(vertx.close());
    }

    /**
     * Runs callers, connections and a timer on one event loop of a new JVM. The timer measures the delay of the event loop.
     */
    static final class BusyProgram {
        private static final int CONCURRENT = 256;
        private static final int ROUNDS = 2;
        private static final long TICK_MILLIS = 2;

        private BusyProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertx(arguments[0]);
            Vertx vertx = Vertx.vertx(watched().setEventLoopPoolSize(1));
            VertxDevPayr devpayr = VertxDevPayr.create(vertx, EventLoopTest.config(arguments[0]));
            Context loop = vertx.getOrCreateContext();
            round(loop, devpayr); // warm-up: opens connections, loads and compiles classes
            Lag lag = new Lag(TICK_MILLIS);
            loop.runOnContext(start -> vertx.setPeriodic(TICK_MILLIS, tick -> lag.tick()));
            for (int measured = 1; measured < ROUNDS; measured++) {
                round(loop, devpayr);
            }
            get(vertx.close());
            System.out.println(ROUNDS * CONCURRENT + " calls, " + CONCURRENT
                    + " concurrent, on one event loop; lag of a timer: " + lag);
        }

        /** Makes each call in a separate task, like the requests of a server. */
        private static void round(Context loop, VertxDevPayr devpayr) throws Exception {
            get(Future.all(IntStream.range(0, CONCURRENT)
                    .mapToObj(i -> Future.<License>future(promise -> loop.runOnContext(
                            start -> devpayr.licenses().get(1, 12).onComplete(promise))))
                    .toList()));
        }
    }

    /** The delays of a timer. */
    private static final class Lag {
        private final List<Long> nanos = new ArrayList<>();
        private final long tickNanos;
        private long last = System.nanoTime();

        Lag(long tickMillis) {
            this.tickNanos = TimeUnit.MILLISECONDS.toNanos(tickMillis);
        }

        void tick() {
            long now = System.nanoTime();
            nanos.add(Math.max(0, now - last - tickNanos));
            last = now;
        }

        @Override
        public String toString() {
            List<Long> sorted = nanos.stream().sorted().toList();
            return String.format(
                    "median %.1f ms, 99%% %.1f ms, longest %.1f ms of %d",
                    millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1), sorted.size());
        }

        private static double millis(List<Long> sorted, double part) {
            return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
        }
    }
}
