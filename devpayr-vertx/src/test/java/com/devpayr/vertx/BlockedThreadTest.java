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

@Timeout(120)
class BlockedThreadTest {
    private static final int ATTEMPTS = 20;

    /** On a machine that is busy any thread can lose 50 ms; one that does work of 50 ms loses them every time. */
    @Test
    void anEventLoopIsNeverBlockedNotEvenAtFirstUseOrByALargePage() throws Exception {
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
    void anEventLoopGoesOnUnder256CallsAtOnce() throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            List<String> lines = linesOf(BusyProgram.class, server);

            System.out.println(String.join(System.lineSeparator(), lines));
            assertThat(lines).singleElement().asString().startsWith("512 calls, 256 at once");
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

    /** In a JVM of its own, and on an event loop: makes a client, sends a body, reads a page of megabytes. */
    static final class ColdProgram {
        private ColdProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertxItself(arguments[0]);
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

    /** What any application on Vert.x has done before: Netty takes its own time to load, and is not ours to load. */
    private static void warmUpVertxItself(String url) throws Exception {
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
     * In a JVM of its own: callers, connections and a timer, all on one event loop. The timer tells how late the event loop
     * comes to what is due.
     */
    static final class BusyProgram {
        private static final int AT_ONCE = 256;
        private static final int ROUNDS = 2;
        private static final long TICK_MILLIS = 2;

        private BusyProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertxItself(arguments[0]);
            Vertx vertx = Vertx.vertx(watched().setEventLoopPoolSize(1));
            VertxDevPayr devpayr = VertxDevPayr.create(vertx, EventLoopTest.config(arguments[0]));
            Context loop = vertx.getOrCreateContext();
            round(loop, devpayr); // opens the connections, loads and compiles: watched, not measured
            Lag lag = new Lag(TICK_MILLIS);
            loop.runOnContext(start -> vertx.setPeriodic(TICK_MILLIS, tick -> lag.tick()));
            for (int measured = 1; measured < ROUNDS; measured++) {
                round(loop, devpayr);
            }
            get(vertx.close());
            System.out.println(
                    ROUNDS * AT_ONCE + " calls, " + AT_ONCE + " at once, on one event loop; lag of a timer: " + lag);
        }

        /** Each call from a task of its own, as a server's requests come. */
        private static void round(Context loop, VertxDevPayr devpayr) throws Exception {
            get(Future.all(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> Future.<License>future(promise -> loop.runOnContext(
                            start -> devpayr.licenses().get(1, 12).onComplete(promise))))
                    .toList()));
        }
    }

    /** How late a timer came. */
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
