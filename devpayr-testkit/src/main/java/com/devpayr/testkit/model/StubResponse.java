package com.devpayr.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * An answer that is not the platform's own: for tests of what a client makes of it.
 *
 * <pre>{@code
 * fake.stubNext(Operation.LICENSE_LIST, StubResponse.of(503).header("Retry-After", "7"));
 * fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());
 * }</pre>
 */
public final class StubResponse {
    private final int status;
    private final Map<String, String> headers;
    private final Supplier<InputStream> body;
    private final int executions;
    private final int times;

    private StubResponse(
            int status, Map<String, String> headers, Supplier<InputStream> body, int executions, int times) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.executions = executions;
        this.times = times;
    }

    /** An answer of a status, with an empty body. */
    public static StubResponse of(int status) {
        return new StubResponse(status, Map.of(), InputStream::nullInputStream, 0, 1);
    }

    /** No answer: the connection ends. */
    public static StubResponse disconnect() {
        return of(0);
    }

    /** The same answer with a header. */
    public StubResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StubResponse(status, more, body, executions, times);
    }

    /** The same answer with a text for a body. */
    public StubResponse body(String text) {
        return body(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** The same answer with a body of any size, which is opened when it is sent. */
    public StubResponse body(Supplier<InputStream> bytes) {
        return new StubResponse(status, headers, bytes, executions, times);
    }

    /** The same answer, given after the platform has done what was asked. */
    public StubResponse afterProcessing() {
        return new StubResponse(status, headers, body, 1, times);
    }

    /** The same answer, given after the platform has done what was asked twice, as if a proxy had repeated it. */
    public StubResponse afterProcessingTwice() {
        return new StubResponse(status, headers, body, 2, times);
    }

    /** The same answer to so many requests in a row. */
    public StubResponse times(int requests) {
        return new StubResponse(status, headers, body, executions, requests);
    }

    /** The same answer, held back until a latch opens. Over HTTP only: in process, the caller itself would wait. */
    public StubResponse delayedUntil(CountDownLatch latch) {
        return body(() -> {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return body.get();
        });
    }

    /** How often the platform does what was asked before it answers. */
    public int executions() {
        return executions;
    }

    /** How many requests are answered so. */
    public int times() {
        return times;
    }

    /** The HTTP status; 0 for a connection that ends. */
    public int status() {
        return status;
    }

    /** The headers by name; unmodifiable. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Opens the body from its start. */
    public InputStream openBody() {
        return body.get();
    }
}
