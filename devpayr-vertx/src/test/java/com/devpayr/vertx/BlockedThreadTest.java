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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests that calls do not block event loops, each in a JVM of its own: the first calls of a JVM, which load classes, and many
 * calls at once. The limits apply to CPU time and to waits, see {@link EventLoopMonitor}.
 */
@Timeout(120)
class BlockedThreadTest {
    private static final int MAX_TASK_MILLIS = 50;
    private static final int MAX_WAIT_MILLIS = 20;
    private static final int MAX_PROGRAM_SECONDS = 100;
    private static final Pattern RESULT = Pattern.compile("longest task (\\d+) ms, waited (\\d+) ms");

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
            assertNotBlocked(run(ColdProgram.class, server.baseUrl()));
        }
    }

    @Test
    void eventLoopIsNotBlockedBy256ConcurrentCalls() throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            List<String> lines = run(BusyProgram.class, server.baseUrl());

            System.out.println(String.join(System.lineSeparator(), lines));
            assertNotBlocked(lines);
        }
    }

    private static void assertNotBlocked(List<String> lines) {
        Matcher result = RESULT.matcher(String.join("\n", lines));
        assertThat(result.find()).as("output %s", lines).isTrue();
        assertThat(Integer.parseInt(result.group(1))).as("longest task, in ms").isLessThan(MAX_TASK_MILLIS);
        assertThat(Integer.parseInt(result.group(2))).as("waits, in ms").isLessThan(MAX_WAIT_MILLIS);
    }

    private static List<String> run(Class<?> main, String baseUrl) throws Exception {
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        baseUrl)
                .redirectErrorStream(true)
                .start();
        // reading its output cannot be interrupted, but ends with the process
        CompletableFuture.delayedExecutor(MAX_PROGRAM_SECONDS, TimeUnit.SECONDS).execute(program::destroyForcibly);
        try (BufferedReader output = program.inputReader(UTF_8)) {
            return output.lines().toList();
        } finally {
            program.destroyForcibly();
        }
    }

    private static EventLoopMonitor monitor(Context context) throws Exception {
        return on(context, () -> Future.succeededFuture(new EventLoopMonitor()));
    }

    /** Creates a client, sends a body and reads a page of several megabytes on an event loop of a new JVM. */
    static final class ColdProgram {
        private ColdProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertx(arguments[0]);
            Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            Context loop = vertx.getOrCreateContext();
            EventLoopMonitor monitor = monitor(loop);
            loop.runOnContext(start -> vertx.setPeriodic(1, tick -> monitor.tick()));
            DevPayrConfig config = DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl(arguments[0])
                    .maxResponseBytes(20_000_000)
                    .build();
            on(loop, () -> VertxDevPayr.createAsync(vertx, config).compose(devpayr -> devpayr.licenses()
                    .create(1, LicenseDraft.builder("Pro").build())
                    .compose(created -> devpayr.licenses().list(1, PageRequest.first()))));
            on(
                    loop,
                    () -> { // the task that completed the call is not followed by a tick of the timer yet
                        monitor.tick();
                        return Future.succeededFuture();
                    });
            System.out.println(monitor.describe());
            get(vertx.close());
        }
    }

    /** Loads the classes of Vert.x and Netty, as an application has done before its first call. */
    private static void warmUpVertx(String url) throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient();
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.GET)) {
            get(client.request(new RequestOptions().setMethod(method).setAbsoluteURI(url))
                    .compose(request -> request.send(Buffer.buffer("{}")).compose(HttpClientResponse::body)));
        }
        get(vertx.close());
    }

    /** Runs callers and connections on one event loop of a new JVM. */
    static final class BusyProgram {
        private static final int CONCURRENT = 256;

        private BusyProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertx(arguments[0]);
            Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            VertxDevPayr devpayr = VertxDevPayr.create(vertx, EventLoopTest.config(arguments[0]));
            Context loop = vertx.getOrCreateContext();
            try (EventLoopMonitor warmUp = monitor(loop)) { // opens connections, loads and compiles classes
                round(loop, warmUp, devpayr);
            }
            EventLoopMonitor monitor = monitor(loop);
            round(loop, monitor, devpayr);
            System.out.println(CONCURRENT + " concurrent calls on one event loop: " + monitor.describe());
            get(vertx.close());
        }

        /** Makes each call in a separate task, like the requests of a server. */
        private static void round(Context loop, EventLoopMonitor monitor, VertxDevPayr devpayr) throws Exception {
            get(Future.all(IntStream.range(0, CONCURRENT)
                    .mapToObj(i -> Future.<License>future(promise -> loop.runOnContext(start ->
                            monitor.run(() -> devpayr.licenses().get(1, 12).onComplete(promise)))))
                    .toList()));
        }
    }
}
