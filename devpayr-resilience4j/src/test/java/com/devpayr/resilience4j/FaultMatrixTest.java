package com.devpayr.resilience4j;

import static com.devpayr.testkit.fault.Faults.answer;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.ApiFailure;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import com.devpayr.policy.Aftermath;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fault × first or reused connection × meaning × transport and style × plain or resilient. Each cell: the exact
 * exception, the number of requests that reached the server, bounded time, no secret in any text. The report is
 * target/fault-matrix.md. Takes minutes, so only on demand: {@code mvn verify -Dfaults=all}.
 */
@EnabledIfSystemProperty(named = "faults", matches = "all")
class FaultMatrixTest {
    private static final String API_KEY = "canary-api-7f3a91";
    private static final String LICENSE_KEY = "canary-license-b2c804";
    private static final String DOMAIN = "canary-domain-55e0.example.com";
    private static final String FINE = "{\"data\":{\"has_paid\":true,\"id\":12,\"uuid\":\"k\"}}";
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final List<Sample> SAMPLES = List.of(Sample.READ, Sample.IDEMPOTENT, Sample.CREATE);
    private static final Map<String, int[]> REPORT = Collections.synchronizedMap(new LinkedHashMap<>());

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(FaultMatrixTest::daemon);
    private static final Transport.Shared SHARED = new Transport.Shared(Vertx.vertx(), THREADS);

    /** A fault and what it is to a caller: the exception before {@code Aftermath}; null for a success. */
    record Row(String name, Fault fault, @Nullable Outcome outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Outcome {
        DevPayrException of(Operation operation);
    }

    private static Row transport(String name, Kind kind, Fault fault) {
        return new Row(name, fault, operation -> new TransportException(operation, kind, null));
    }

    private static Row protocol(String name, Fault fault) {
        return new Row(name, fault, operation -> new ProtocolException(operation, "x"));
    }

    private static Row status(String name, int status, String headers, @Nullable Duration retryAfter) {
        return new Row(
                name,
                answer(status, headers, "{\"message\":\"No.\"}"),
                operation -> ApiException.of(new ApiFailure(operation, status, null, Map.of(), retryAfter)));
    }

    static Stream<Row> rows() {
        Stream<Row> transport = Stream.of(
                transport("reads the request and hangs up", Kind.BROKEN, Faults.hangUp()),
                transport("reads the request and resets", Kind.BROKEN, Faults.reset()),
                transport("stays silent", Kind.TIMEOUT, Faults.silence()),
                transport("stalls in the headers", Kind.TIMEOUT, Faults.stalledHeaders()),
                transport("drips the body", Kind.TIMEOUT, Faults.drip()),
                transport("truncated Content-Length", Kind.BROKEN, Faults.truncated()),
                transport("broken chunk", Kind.BROKEN, Faults.brokenChunk()));
        Stream<Row> bodies = Stream.of(
                protocol("100 MB body", Faults.hugeBody(100)),
                protocol("gzip bomb", Faults.gzipBomb(100)),
                protocol("unknown encoding", answer(200, "Content-Encoding: soup\r\n", "qwertz")),
                protocol("HTML with 200", answer(200, "Content-Type: text/html\r\n", "<html>hello</html>")),
                protocol("empty 200", answer(200, "", "")),
                protocol("204", answer(204, "", "")),
                protocol("10 000 deep", answer(200, "", "{\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")),
                protocol("1 MB number", answer(200, "", "{\"data\":{\"id\":" + "1".repeat(1_000_000) + "}}")),
                protocol("redirect to the same host", answer(302, "Location: /api/v1/projects\r\n", "")),
                protocol("redirect to another host", answer(307, "Location: http://127.0.0.2:9/x\r\n", "")),
                new Row("fine", answer(200, "", FINE), null),
                new Row("UTF-16", answer(200, "", FINE.getBytes(UTF_16)), null),
                new Row("byte-order mark", answer(200, "", "\uFEFF" + FINE), null));
        Stream<Row> refusals = Stream.of(400, 401, 402, 403, 404, 409, 410, 419, 422, 429, 408, 500, 502, 503, 504)
                .map(status -> status("status " + status, status, "", null));
        Stream<Row> asked = Stream.of(
                status("429 with seconds", 429, "Retry-After: 1\r\n", Duration.ofSeconds(1)),
                status("429 with a past date", 429, "Retry-After: Tue, 03 Jun 2008 11:05:30 GMT\r\n", Duration.ZERO),
                status("429 with nonsense", 429, "Retry-After: soon\r\n", null),
                status("429 with an absurd wait", 429, "Retry-After: 999999999\r\n", Duration.ofSeconds(999_999_999)),
                status("503 with seconds", 503, "Retry-After: 1\r\n", Duration.ofSeconds(1)),
                status("503 with zero", 503, "Retry-After: 0\r\n", Duration.ZERO));
        return Stream.of(transport, bodies, refusals, asked).flatMap(rows -> rows);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-matrix");
        thread.setDaemon(true);
        return thread;
    }

    @AfterAll
    static void report() throws Exception {
        SHARED.vertx().close().toCompletionStage().toCompletableFuture().get();
        THREADS.shutdownNow();
        List<String> lines = new ArrayList<>(List.of("| fault | cells | failed |", "|---|---|---|"));
        int[] sum = new int[2];
        REPORT.forEach((fault, counts) -> {
            lines.add("| " + fault + " | " + counts[0] + " | " + counts[1] + " |");
            sum[0] += counts[0];
            sum[1] += counts[1];
        });
        lines.add("| all | " + sum[0] + " | " + sum[1] + " |");
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "fault-matrix.md"), lines);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCellIsAsItShouldBe(Row row) throws IOException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Transport transport : Transport.values()) {
            for (Sample sample : SAMPLES) {
                for (boolean resilient : new boolean[] {false, true}) {
                    for (boolean reused : new boolean[] {false, true}) {
                        cells++;
                        String cell = transport + " " + sample + (resilient ? " resilient" : " plain")
                                + (reused ? " reused" : " first");
                        check(row, transport, sample, resilient, reused).forEach(what -> wrong.add(cell + ": " + what));
                    }
                }
            }
        }
        REPORT.put(row.name(), new int[] {cells, wrong.size()});
        assertThat(wrong).isEmpty();
    }

    private static List<String> check(Row row, Transport transport, Sample sample, boolean resilient, boolean reused) {
        try (FaultServer server = FaultServer.start();
                DevPayr devpayr = transport.connect(config(server, row), resilient ? resilience() : null, SHARED)) {
            if (reused) {
                server.answer(answer(200, "", FINE));
                call(sample, devpayr);
            }
            server.answer(row.fault());
            int before = server.requests().size();
            long start = System.nanoTime();
            @Nullable Throwable thrown = call(sample, devpayr);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return verdict(row, sample, resilient, thrown, server.requests().size() - before, took);
        }
    }

    private static List<String> verdict(
            Row row, Sample sample, boolean resilient, @Nullable Throwable thrown, int requests, Duration took) {
        List<String> wrong = new ArrayList<>();
        @Nullable
        Throwable expected = row.outcome() == null
                ? null
                : Aftermath.of(sample.operation, row.outcome().of(sample.operation));
        if (!describe(expected).equals(describe(thrown))) {
            wrong.add("threw " + describe(thrown) + " in place of " + describe(expected) + ": " + thrown);
        }
        int tries = resilient && expected != null && isTriedAgain(expected) ? 3 : 1;
        if (requests != tries) {
            wrong.add(requests + " requests in place of " + tries);
        }
        if (took.compareTo(BOUND) > 0) {
            wrong.add("took " + took);
        }
        if (thrown != null && text(thrown).contains("canary")) {
            wrong.add("shows a secret");
        }
        return wrong;
    }

    private static boolean isTriedAgain(Throwable expected) {
        boolean isAbsurd = expected instanceof ApiException refusal
                && refusal.retryAfter() != null
                && refusal.retryAfter().compareTo(Duration.ofSeconds(30)) > 0;
        return Meaning.isRepeatable(expected) && !isAbsurd;
    }

    private static String describe(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "nothing";
        }
        return thrown.getClass().getSimpleName()
                + (thrown instanceof TransportException failure ? " " + failure.kind() : "")
                + (thrown instanceof ApiException refusal ? " " + refusal.status() : "");
    }

    private static @Nullable Throwable call(Sample sample, DevPayr devpayr) {
        try {
            sample.on(devpayr);
            return null;
        } catch (RuntimeException thrown) {
            return thrown;
        }
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Resilience resilience() {
        return Resilience.builder().timer(new HurriedTimer()).build();
    }

    /** Short where a time-out is the point, else long enough for a machine that has other things to do. */
    private static DevPayrConfig config(FaultServer server, Row row) {
        boolean timesOut = row.outcome() != null
                && describe(row.outcome().of(Operation.PAYMENT_CHECK)).contains("TIMEOUT");
        return DevPayrConfig.builder()
                .baseUrl(server.baseUrl())
                .apiKey(API_KEY)
                .licenseKey(LICENSE_KEY)
                .domain(DOMAIN)
                .connectTimeout(BOUND)
                .readTimeout(timesOut ? Duration.ofMillis(150) : BOUND)
                .callTimeout(timesOut ? Duration.ofMillis(400) : BOUND)
                .build();
    }
}
