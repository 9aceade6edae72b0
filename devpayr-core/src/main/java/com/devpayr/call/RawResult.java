package com.devpayr.call;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A successful response to a raw request.
 *
 * <pre>{@code
 * RawResult result = devpayr.raw("GET", "project/7/seats", Credential.API_KEY, null);
 * Map<?, ?> envelope = (Map<?, ?>) result.json();
 * }</pre>
 */
public final class RawResult {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Function<byte[], @Nullable Object> parser;

    private RawResult(
            int status, Map<String, List<String>> headers, byte[] body, Function<byte[], @Nullable Object> parser) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.parser = parser;
    }

    /**
     * Creates a result. Called by transports.
     *
     * @param headers the values of each header by name, in any case
     * @param body not copied; must not be changed
     * @param parser parses a body that is not empty as JSON
     */
    public static RawResult of(
            int status, Map<String, List<String>> headers, byte[] body, Function<byte[], @Nullable Object> parser) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new RawResult(
                status,
                Collections.unmodifiableMap(copy),
                requireNonNull(body, "body"),
                requireNonNull(parser, "parser"));
    }

    /** Returns the HTTP status, which is 2xx. */
    public int status() {
        return status;
    }

    /** Returns the headers of the response by name, in any case, each with its values in order; unmodifiable. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the body as text in UTF-8; empty if there is none. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns a copy of the body; empty if there is none. */
    public byte[] bytes() {
        return body.clone();
    }

    /**
     * Returns the body as a JSON value: a {@code Map}, {@code List}, {@code String}, {@code Number} or {@code Boolean}.
     *
     * @return null if the body is empty or JSON's null
     * @throws com.devpayr.error.ProtocolException if the body is not JSON
     */
    public @Nullable Object json() {
        return body.length == 0 ? null : parser.apply(body);
    }

    /** Returns the status and the size of the body. */
    @Override
    public String toString() {
        return "RawResult[" + status + ", " + body.length + " bytes]";
    }
}
