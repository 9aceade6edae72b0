package com.devpayr.internal.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.FakeTransport;
import com.devpayr.Sneaky;
import com.devpayr.TestLogger;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.ApiException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines that the log of requests consists of. */
class CallLogTest {
    private static final List<Object> ARGUMENTS = List.of(7L, 8L);

    private final List<String> lines = new ArrayList<>();
    private final DevPayrConfig info = config(LogLevel.INFO);
    private final DevPayrConfig debug = config(LogLevel.DEBUG);

    private DevPayrConfig config(LogLevel level) {
        return DevPayrConfig.builder()
                .log(level)
                .logger(new TestLogger(this::append))
                .domain("shop.example.com")
                .build();
    }

    private void append(System.Logger.Level level, String line, @Nullable Throwable thrown) {
        assertThat(level).isEqualTo(System.Logger.Level.INFO);
        assertThat(thrown).as("no exception is logged").isNull();
        lines.add(line);
    }

    /** Removes the duration. */
    private List<String> linesWithoutTime() {
        return lines.stream()
                .map(line -> line.replaceAll("in \\d+ ms", "in - ms"))
                .toList();
    }

    @Test
    void numbersTheAttemptsOfACall() {
        DevPayr devpayr = new FakeTransport((operation, arguments) -> "a license")
                .client(info)
                .with(call -> {
                    call.proceed();
                    return call.proceed();
                });

        devpayr.call(Operation.LICENSE_GET, ARGUMENTS);
        devpayr.call(Operation.LICENSE_GET, ARGUMENTS);

        assertThat(linesWithoutTime())
                .containsExactly(
                        "license.get attempt 1: success in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 2: success in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 1: success in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 2: success in - ms, sent 0 bytes, received 0 bytes");
    }

    @Test
    void numbersTheAttemptsAcrossAdapters() {
        FakeTransport async =
                new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture("a license"));
        async.asyncClient(info)
                .blocking()
                .with(call -> {
                    call.proceed();
                    return call.proceed();
                })
                .call(Operation.LICENSE_GET, ARGUMENTS);
        FakeTransport blocking = new FakeTransport((operation, arguments) -> "a license");
        blocking.client(info)
                .async(Runnable::run)
                .with(call -> call.proceed().thenCompose(result -> call.proceed()))
                .call(Operation.LICENSE_GET, ARGUMENTS)
                .join();

        assertThat(linesWithoutTime())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        "license.get attempt 1",
                        "license.get attempt 2",
                        "license.get attempt 1",
                        "license.get attempt 2");
    }

    @Test
    void namesTheFailureButNotItsMessage() {
        for (RuntimeException failure : List.of(
                new TransportException(Operation.LICENSE_GET, TransportException.Kind.TIMEOUT, null),
                ApiException.builder(Operation.LICENSE_GET, 503)
                        .message("s3cr3t")
                        .build(),
                new ProtocolException(Operation.LICENSE_GET, "s3cr3t"))) {
            DevPayr devpayr = new FakeTransport(FakeTransport.Platform.failing(failure)).client(info);
            assertThatThrownBy(() -> devpayr.call(Operation.LICENSE_GET, ARGUMENTS))
                    .isSameAs(failure);
        }

        assertThat(linesWithoutTime())
                .containsExactly(
                        "license.get attempt 1: no response, TransportException TIMEOUT in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 1: 503 in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 1: no response, ProtocolException in - ms, sent 0 bytes, received 0 bytes");
    }

    @Test
    void asynchronousFailuresAndCancellationsAreLogged() {
        AsyncDevPayr failing = new FakeTransport(FakeTransport.Platform.failing(
                        new TransportException(Operation.LICENSE_GET, TransportException.Kind.CONNECT, null)))
                .asyncClient(info);
        AsyncDevPayr pending = new FakeTransport((operation, arguments) -> new CompletableFuture<>()).asyncClient(info);

        assertThat(failing.call(Operation.LICENSE_GET, ARGUMENTS)).isCompletedExceptionally();
        pending.call(Operation.LICENSE_GET, ARGUMENTS).cancel(true);

        assertThat(linesWithoutTime())
                .containsExactly(
                        "license.get attempt 1: no response, TransportException CONNECT in - ms, sent 0 bytes, received 0 bytes",
                        "license.get attempt 1: no response, cancelled in - ms, sent 0 bytes, received 0 bytes");
    }

    private void exchange(
            DevPayrConfig config,
            String target,
            Map<String, List<String>> request,
            int status,
            Map<String, List<String>> response) {
        DevPayr devpayr = DevPayr.create(config, new CallTransport() {
            @Override
            public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
                LoggedAttempt attempt = (LoggedAttempt) context;
                attempt.onRequest("GET", target, request, 3);
                attempt.onResponse(status, response);
                return null;
            }

            @Override
            public void close() {}
        });
        devpayr.call(Operation.LICENSE_GET, ARGUMENTS);
    }

    @Test
    void showsOnlyHeadersThatAreKnownToBeHarmless() {
        Map<String, List<String>> request = new LinkedHashMap<>();
        request.put("accept", List.of("application/json"));
        request.put("X-LICENSE-KEY", List.of("s3cr3t"));
        request.put("Authorization", List.of("s3cr3t"));
        request.put("traceparent", List.of("s3cr3t"));
        Map<String, List<String>> response = new LinkedHashMap<>();
        response.put("Server", List.of("nginx\r\nforged"));
        response.put("Set-Cookie", List.of("s3cr3t", "s3cr3t"));

        exchange(debug, "project/7", request, 200, response);

        assertThat(linesWithoutTime())
                .containsExactly(
                        "license.get attempt 1 request: GET /project/7, accept: application/json, X-LICENSE-KEY: ****,"
                                + " Authorization: ****, traceparent: ****",
                        "license.get attempt 1 response: 200, Server: nginx??forged, Set-Cookie: ****, Set-Cookie: ****",
                        "license.get attempt 1: 200 in - ms, sent 3 bytes, received 0 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "projects?per_page=10&cursor=s3cr3t, /projects?per_page=10&cursor=****",
        "projects?s3cr3t, /projects?s3cr3t=****",
        "has-paid?action=check_project&include=injectables, /has-paid?action=check_project&include=injectables",
        "license/0197a0b1-5f00-7000-8000-00000000cafe/x, /license/****/x",
        "projects?0197a0b1-5f00-7000-8000-00000000cafe, /projects?****=****",
        "'', /",
        "license/aaaaaaaaaaaaaaaaaaaaaaaa/aaaaaaaaaaaaaaaaaaaaaaaaa, /license/aaaaaaaaaaaaaaaaaaaaaaaa/****"
    })
    void masksValuesOfTheTargetThatCanBeSecret(String target, String logged) {
        exchange(debug, target, Map.of(), 200, Map.of());

        assertThat(lines.get(0)).isEqualTo("license.get attempt 1 request: GET " + logged);
    }

    @Test
    void showsTheRateLimitInTheLineOfTheAttempt() {
        Map<String, List<String>> response = new LinkedHashMap<>();
        response.put("X-RateLimit-Limit", List.of("60"));
        response.put("content-type", List.of("application/json"));
        response.put("RateLimit-Remaining", List.of("0"));
        response.put("Retry-After", List.of("7"));

        exchange(info, "projects", Map.of(), 429, response);

        assertThat(linesWithoutTime())
                .containsExactly("license.get attempt 1: 429 in - ms, sent 3 bytes, received 0 bytes,"
                        + " X-RateLimit-Limit: 60, RateLimit-Remaining: 0, Retry-After: 7");
    }

    static Stream<Throwable> failuresOfALogger() {
        return Stream.of(new IllegalStateException("full"), new IOException("full"), new AssertionError("full"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfALogger")
    void aLoggerThatFailsDoesNotChangeTheResultOfACall(Throwable diskFull) {
        DevPayrConfig broken = DevPayrConfig.builder()
                .log(LogLevel.DEBUG)
                .logger(new TestLogger((level, line, thrown) -> {
                    throw Sneaky.rethrow(diskFull);
                }))
                .domain("shop.example.com")
                .build();
        InvalidRequestException failure = new InvalidRequestException("a", "b");

        exchange(broken, "projects", Map.of(), 200, Map.of());
        assertThat(new FakeTransport((operation, arguments) -> "a license")
                        .client(broken)
                        .call(Operation.LICENSE_GET, ARGUMENTS))
                .isEqualTo("a license");
        assertThatThrownBy(() -> new FakeTransport(FakeTransport.Platform.failing(failure))
                        .client(broken)
                        .call(Operation.LICENSE_GET, ARGUMENTS))
                .isSameAs(failure);
        CompletableFuture<Object> pending = new CompletableFuture<>();
        CompletableFuture<?> call = new FakeTransport((operation, arguments) -> pending)
                .asyncClient(broken)
                .call(Operation.LICENSE_GET, ARGUMENTS);
        pending.complete("a license");
        assertThat(call.getNow(null)).isEqualTo("a license");
    }

    @Test
    void aTransportWithoutAFutureIsReportedAndLogged() {
        AsyncDevPayr broken = new FakeTransport((operation, arguments) -> null).asyncClient(info);

        assertThat(broken.call(Operation.LICENSE_GET, ARGUMENTS))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessage("the transport returned no future for license.get");
        assertThat(linesWithoutTime())
                .containsExactly("license.get attempt 1: no response, IllegalStateException in - ms, sent 0 bytes,"
                        + " received 0 bytes");
    }

    /** Returns a transport that reads a body in parts through the stream that counts its bytes. */
    private static CallTransport reading(byte[] body, List<Integer> read) {
        return new CallTransport() {
            @Override
            public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
                InputStream content = ((LoggedAttempt) context).counting(new ByteArrayInputStream(body));
                try {
                    read.add(content.read());
                    read.add(content.read());
                    read.add(content.read(new byte[10], 0, 10));
                    read.add(content.read(new byte[10], 0, 10));
                    read.add(content.read());
                    return null;
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void countsTheBytesOfTheResponse() {
        List<Integer> read = new ArrayList<>();

        DevPayr.create(info, reading(new byte[] {0, -1, 2, 3}, read)).call(Operation.LICENSE_GET, ARGUMENTS);

        assertThat(read).containsExactly(0, 255, 2, -1, -1);
        assertThat(linesWithoutTime())
                .containsExactly("license.get attempt 1: success in - ms, sent 0 bytes, received 4 bytes");
    }

    @Test
    void measuresTheDurationOfAnAttempt() {
        long started = System.nanoTime();
        new FakeTransport((operation, arguments) -> {
                    long called = System.nanoTime();
                    while (System.nanoTime() - called < TimeUnit.MILLISECONDS.toNanos(5)) {
                        Thread.onSpinWait();
                    }
                    return "a license";
                })
                .client(info)
                .call(Operation.LICENSE_GET, ARGUMENTS);
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);

        assertThat(Long.parseLong(lines.get(0).replaceAll(".* in (\\d+) ms.*", "$1")))
                .isBetween(5L, elapsed);
    }

    @Test
    void closingALoggedTransportClosesTheTransportBelow() {
        AtomicInteger closes = new AtomicInteger();
        FakeTransport transport = new FakeTransport((operation, arguments) -> "a license");
        CallLog log = requireNonNull(CallLog.of(info));

        new LoggedTransport(transport.blocking(closes::incrementAndGet), log).close();
        assertThat(closes).hasValue(1);
        new AsyncLoggedTransport(transport.async(closes::incrementAndGet), log).close();
        assertThat(closes).hasValue(2);
    }
}
