package com.devpayr.testkit.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An answer that is not the platform's own: for tests of what a client makes of it.
 *
 * <pre>{@code
 * fake.answerNext(Operation.LICENSE_LIST, CannedAnswer.of(503).header("Retry-After", "7"));
 * fake.answerNext(Operation.LICENSE_CREATE, CannedAnswer.hangUp().afterActing());
 * }</pre>
 */
public final class CannedAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final Supplier<InputStream> body;
    private final boolean afterActing;

    private CannedAnswer(int status, Map<String, String> headers, Supplier<InputStream> body, boolean afterActing) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.afterActing = afterActing;
    }

    /** An answer of a status, with an empty body. */
    public static CannedAnswer of(int status) {
        return new CannedAnswer(status, Map.of(), InputStream::nullInputStream, false);
    }

    /** No answer: the connection ends. */
    public static CannedAnswer hangUp() {
        return of(0);
    }

    /** The same answer with a header. */
    public CannedAnswer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CannedAnswer(status, more, body, afterActing);
    }

    /** The same answer with a text for a body. */
    public CannedAnswer body(String text) {
        return body(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    /** The same answer with a body of any size, which is opened when it is sent. */
    public CannedAnswer body(Supplier<InputStream> bytes) {
        return new CannedAnswer(status, headers, bytes, afterActing);
    }

    /** The same answer, given after the platform has done what was asked. */
    public CannedAnswer afterActing() {
        return new CannedAnswer(status, headers, body, true);
    }

    /** Whether the platform does what was asked before. */
    public boolean isAfterActing() {
        return afterActing;
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
