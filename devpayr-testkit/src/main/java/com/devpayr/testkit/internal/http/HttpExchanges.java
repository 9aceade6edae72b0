package com.devpayr.testkit.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.testkit.internal.platform.PlatformRequest;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts between the JDK server's exchanges and the platform's requests and responses. */
public final class HttpExchanges {
    private static final int NO_BODY = -1;
    private static final int LENGTH_UNKNOWN = 0;
    private static final int MAX_LARGE_BODIES = 4;
    private static final RequestBodyLimiter BODIES = new RequestBodyLimiter(MAX_LARGE_BODIES);

    private HttpExchanges() {}

    /**
     * Reads and processes the request of an exchange.
     *
     * @param path the path relative to the base URL
     * @throws ErrorResponseException 400 if the body is malformed, 413 if it is too large
     */
    public static PlatformResponse process(
            HttpExchange exchange, String path, Function<PlatformRequest, PlatformResponse> processing)
            throws IOException {
        try (InputStream stream = exchange.getRequestBody()) {
            return BODIES.process(
                    stream,
                    body -> processing.apply(request(
                            exchange.getRequestMethod(),
                            path,
                            exchange.getRequestURI().getRawQuery(),
                            headers(exchange),
                            body,
                            exchange.getRemoteAddress().getAddress().getHostAddress())));
        }
    }

    /**
     * Returns a request from its parts.
     *
     * @param headers by name, in any case
     * @param ip the client's address
     * @throws ErrorResponseException 400 if the body is malformed, 413 if it is too large
     */
    public static PlatformRequest request(
            String method,
            String path,
            @Nullable String rawQuery,
            Map<String, String> headers,
            byte[] body,
            String ip) {
        RequestBodyLimiter.requireAllowedSize(body);
        String type = headers.getOrDefault("Content-Type", "");
        return new PlatformRequest(method, path, rawQuery, parameters(rawQuery), headers, input(type, body), ip);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static Map<String, @Nullable Object> input(String contentType, byte[] body) {
        if (contentType.startsWith("multipart/form-data")) {
            return MultipartParser.fields(contentType, body);
        }
        if (contentType.startsWith("application/x-www-form-urlencoded")) {
            return new LinkedHashMap<>(parameters(new String(body, UTF_8)));
        }
        return Json.body(body);
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded == null ? List.<String>of() : List.of(encoded.split("&", -1))) {
            String[] parts = pair.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return encoded;
        }
    }

    /** Sends a response. */
    public static void send(HttpExchange exchange, PlatformResponse response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        try (InputStream body = response.body().get()) {
            byte[] start = body.readNBytes(8192);
            boolean whole = start.length < 8192;
            exchange.sendResponseHeaders(
                    response.status(), start.length == 0 ? NO_BODY : whole ? start.length : LENGTH_UNKNOWN);
            if (start.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(start);
                    body.transferTo(out);
                }
            }
        }
    }
}
