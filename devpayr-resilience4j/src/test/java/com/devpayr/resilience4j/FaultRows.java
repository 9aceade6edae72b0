package com.devpayr.resilience4j;

import static com.devpayr.resilience4j.FaultRow.closed;
import static com.devpayr.resilience4j.FaultRow.protocol;
import static com.devpayr.resilience4j.FaultRow.protocolIn;
import static com.devpayr.resilience4j.FaultRow.status;
import static com.devpayr.resilience4j.FaultRow.success;
import static com.devpayr.resilience4j.FaultRow.transport;
import static com.devpayr.resilience4j.FaultRow.transportIn;
import static com.devpayr.testkit.fault.Faults.redirect;
import static com.devpayr.testkit.fault.Faults.response;
import static java.nio.charset.StandardCharsets.UTF_16;

import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.resilience4j.FaultRow.Retried;
import com.devpayr.resilience4j.FaultRow.Speed;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultExchange;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the fault matrix: faults of networks, proxies, servers and callers. */
final class FaultRows {
    /** A response body that suits every operation of the matrix. */
    static final String SUCCESS =
            "{\"data\":{\"has_paid\":true,\"id\":12,\"uuid\":\"k\",\"slug\":\"s\",\"type\":\"snippet\","
                    + "\"mode\":\"inject\"}}";

    private FaultRows() {}

    static Stream<FaultRow> all() {
        return Stream.of(none(), connections(), responses(), bodies(), redirects(), callers(), statuses(), waits())
                .flatMap(rows -> rows);
    }

    private static Stream<FaultRow> none() {
        return Stream.of(
                success("success", response(200, "", SUCCESS)),
                success("success over TLS", ConnectionScenario.TLS, response(200, "", SUCCESS)));
    }

    private static Stream<FaultRow> connections() {
        return Stream.of(
                closed("refuses connections", ConnectionScenario.REFUSING),
                closed("unknown host", ConnectionScenario.UNKNOWN).speed(Speed.HEAVY),
                closed("TLS: untrusted", ConnectionScenario.TLS_UNTRUSTED),
                closed("TLS: for another name", ConnectionScenario.TLS_FOR_ANOTHER_NAME),
                closed("TLS: expired", ConnectionScenario.TLS_EXPIRED),
                closed("TLS: stalls in the handshake", ConnectionScenario.TLS_STALLED)
                        .speed(Speed.TIMES_OUT));
    }

    private static Stream<FaultRow> responses() {
        return Stream.of(
                transport("reads the request and hangs up", Kind.CONNECTION_LOST, Faults.disconnect()),
                transport("reads the request and hangs up, over TLS", Kind.CONNECTION_LOST, Faults.disconnect())
                        .through(ConnectionScenario.TLS),
                transport("reads the request and resets", Kind.CONNECTION_LOST, Faults.reset()),
                transport("echoes the request", Kind.CONNECTION_LOST, Faults.echoedRequest()),
                transport("stays silent", Kind.TIMEOUT, Faults.noResponse()),
                transport("stalls in the headers", Kind.TIMEOUT, Faults.stalledHeaders()),
                transport("drips the body", Kind.TIMEOUT, Faults.slowBody()),
                transport("sends endless 1xx responses", Kind.TIMEOUT, Faults.endlessInterimResponses())
                        .outcome(FaultRows::flooded),
                transport("truncated Content-Length", Kind.CONNECTION_LOST, Faults.truncatedBody()),
                transport("broken chunk", Kind.CONNECTION_LOST, Faults.brokenChunk()));
    }

    /** OkHttp accepts at most 256 KiB of headers. */
    private static DevPayrException flooded(ClientType transport, Operation operation) {
        return new TransportException(operation, transport.isOverOkHttp() ? Kind.CONNECTION_LOST : Kind.TIMEOUT, null);
    }

    private static Stream<FaultRow> bodies() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        return Stream.of(
                protocol("100 MB body", Faults.hugeBody(100)).speed(Speed.HEAVY),
                protocol("gzip bomb", Faults.gzipBomb(100)).speed(Speed.HEAVY),
                protocol("unknown encoding", response(200, "Content-Encoding: soup\r\n", "qwertz")),
                protocol("HTML with 200", response(200, "Content-Type: text/html\r\n", "<html>hello</html>")),
                protocol("200 with the credentials in its body", FaultRows::respondWithCredentials),
                protocol("empty 200", response(200, "", "")),
                protocol("204", response(204, "", "")),
                protocol("JSON, 10 000 deep", response(200, "", "{\"data\":" + deep + "}")),
                protocol(
                                "JSON, a number of 1 MB",
                                response(200, "", "{\"data\":{\"id\":" + "1".repeat(1_000_000) + "}}"))
                        .speed(Speed.HEAVY),
                success("JSON, duplicate keys", response(200, "", SUCCESS.replace("\"id\":12", "\"id\":12,\"id\":13"))),
                success("JSON in UTF-16", response(200, "", SUCCESS.getBytes(UTF_16))),
                success("JSON with a byte-order mark", response(200, "", "\uFEFF" + SUCCESS)));
    }

    private static Stream<FaultRow> redirects() {
        return Stream.of(
                protocol("redirect to the same host", redirect(302, "/api/v1/projects")),
                protocolIn(
                        "redirect to another host",
                        environment -> redirect(307, environment.elsewhere().baseUrl())),
                protocolIn(
                        "redirect to another host, for good",
                        environment -> redirect(308, environment.elsewhere().baseUrl())),
                protocolIn(
                                "redirect from https to http",
                                environment ->
                                        redirect(302, environment.elsewhere().baseUrl()))
                        .through(ConnectionScenario.TLS),
                protocol("redirect in a loop", exchange -> redirect(307, path(exchange))
                        .act(exchange)));
    }

    private static String path(FaultExchange exchange) {
        return exchange.request().split(" ", 3)[1];
    }

    private static Stream<FaultRow> callers() {
        Fault start = exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":");
        return Stream.of(
                transportIn("interrupt while waiting for the response", Kind.INTERRUPTED, environment -> exchange -> {
                    interruptWhileItWaits(environment);
                    exchange.stall();
                }),
                transportIn("interrupt while reading the body", Kind.INTERRUPTED, environment -> exchange -> {
                    start.act(exchange);
                    interruptWhileItReadsTheBody(environment);
                    exchange.stall();
                }),
                transportIn("close while waiting for the response", Kind.CONNECTION_LOST, environment -> exchange -> {
                            environment.devpayr().close();
                            exchange.stall();
                        })
                        .retried(Retried.NEVER));
    }

    private static void interruptWhileItWaits(FaultRow.Environment environment) {
        interruptWhen(environment.caller(), FaultRows::isWaiting);
    }

    /** A caller that waits for another thread does not tell whether that thread has received the headers. */
    private static void interruptWhileItReadsTheBody(FaultRow.Environment environment) {
        interruptWhen(
                environment.caller(),
                caller -> isWaiting(caller)
                        && Arrays.stream(caller.getStackTrace())
                                .noneMatch(frame -> frame.getMethodName().contains("Headers")));
    }

    private static void interruptWhen(Thread caller, Predicate<Thread> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.test(caller)) {
            if (System.nanoTime() >= end) {
                throw new IllegalStateException("the caller does not wait for the response");
            }
            Thread.onSpinWait();
        }
        caller.interrupt();
    }

    /** Returns whether a thread waits for another one, or for bytes from a socket. */
    private static boolean isWaiting(Thread thread) {
        if (thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING) {
            return true;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0
                && stack[0].isNativeMethod()
                && stack[0].getClassName().startsWith("sun.nio.ch.");
    }

    private static Stream<FaultRow> statuses() {
        Stream<FaultRow> refusals = Stream.of(400, 401, 402, 403, 404, 409, 410, 418, 419, 422, 451)
                .map(status -> status("status " + status, status, "", Retried.NEVER));
        Stream<FaultRow> trouble = Stream.of(408, 500, 501, 502, 503, 504, 520)
                .map(status -> status("status " + status, status, "", Retried.WHEN_SAFE));
        FaultRow telling = status("403 with the credentials in its body", 403, "", Retried.NEVER)
                .fault(environment -> FaultRows::refuseWithCredentials);
        return Stream.of(refusals, trouble, Stream.of(telling)).flatMap(rows -> rows);
    }

    private static Stream<FaultRow> waits() {
        return Stream.of(
                status("429", 429, "", Retried.ALWAYS),
                status("429 with seconds", 429, "Retry-After: 1\r\n", Retried.ALWAYS),
                status("429 with a past date", 429, retryAt(Instant.EPOCH), Retried.ALWAYS),
                status("429 with a date soon", 429, retryAt(Instant.now().plusSeconds(5)), Retried.ALWAYS),
                status("429 with a date next year", 429, retryAt(Instant.now().plusSeconds(31_000_000)), Retried.NEVER),
                status("429 with nonsense", 429, "Retry-After: soon\r\n", Retried.ALWAYS),
                status("429 with an absurd wait", 429, "Retry-After: 999999999\r\n", Retried.NEVER),
                status("429 with a wait beyond counting", 429, "Retry-After: 99999999999999999999\r\n", Retried.NEVER),
                status("429 with a negative wait", 429, "Retry-After: -1\r\n", Retried.ALWAYS),
                status("503 with seconds", 503, "Retry-After: 1\r\n", Retried.ALWAYS),
                status("503 with zero", 503, "Retry-After: 0\r\n", Retried.ALWAYS),
                status("503 with nonsense", 503, "Retry-After: soon\r\n", Retried.WHEN_SAFE));
    }

    private static String retryAt(Instant time) {
        return "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC)) + "\r\n";
    }

    private static void respondWithCredentials(FaultExchange exchange) throws IOException, InterruptedException {
        response(200, "", "{\"data\":\"" + credentials(exchange) + "\"}").act(exchange);
    }

    private static void refuseWithCredentials(FaultExchange exchange) throws IOException, InterruptedException {
        String said = credentials(exchange);
        response(403, "", "{\"message\":\"Bad " + said + "\",\"errors\":{\"" + said + "\":[\"" + said + "\"]}}")
                .act(exchange);
    }

    private static String credentials(FaultExchange exchange) {
        return exchange.request()
                .lines()
                .filter(line -> Arrays.stream(Credential.values())
                        .anyMatch(credential -> line.regionMatches(
                                true,
                                0,
                                credential.header(),
                                0,
                                credential.header().length())))
                .collect(Collectors.joining(" "));
    }
}
