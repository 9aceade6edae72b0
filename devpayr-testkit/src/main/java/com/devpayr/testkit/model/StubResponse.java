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
 * A response that the platform sends instead of its own, to test how a client handles it.
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

    /** Creates a response with a status and an empty body. */
    public static StubResponse of(int status) {
        return new StubResponse(status, Map.of(), InputStream::nullInputStream, 0, 1);
    }

    /** Creates a stub that closes the connection without a response. */
    public static StubResponse disconnect() {
        return of(0);
    }

    /** Returns a copy with a header. */
    public StubResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new StubResponse(status, more, body, executions, times);
    }

    /** Returns a copy with a text as body. */
    public StubResponse body(String text) {
        return body(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** Returns a copy with a body of any size, which is opened when it is sent. */
    public StubResponse body(Supplier<InputStream> bytes) {
        return new StubResponse(status, headers, bytes, executions, times);
    }

    /** Returns a copy that is sent after the platform has processed the request, as if the real response were lost. */
    public StubResponse afterProcessing() {
        return new StubResponse(status, headers, body, 1, times);
    }

    /**
     * Returns a copy that is sent after the platform has processed the request twice, as if a proxy had repeated it.
     */
    public StubResponse afterProcessingTwice() {
        return new StubResponse(status, headers, body, 2, times);
    }

    /** Returns a copy that is used for a number of requests. Default: 1. */
    public StubResponse times(int requests) {
        return new StubResponse(status, headers, body, executions, requests);
    }

    /**
     * Returns a copy that is delayed until a latch opens. For HTTP only: an in-process client would block the caller.
     */
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

    /** Returns how often the platform processes the request before it responds. */
    public int executions() {
        return executions;
    }

    /** Returns the number of requests that get this response. */
    public int times() {
        return times;
    }

    /** Returns the HTTP status; 0 if the connection is closed without a response. */
    public int status() {
        return status;
    }

    /** Returns the headers by name; unmodifiable. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Opens the body. */
    public InputStream openBody() {
        return body.get();
    }
}
