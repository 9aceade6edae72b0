package com.devpayr.testkit.internal.http;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformRequest;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import com.devpayr.testkit.internal.platform.RequestLine;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** The HTTP handler of the API. */
public final class ApiHandler implements HttpHandler {
    /** The base path of the API. */
    public static final String BASE_PATH = "/api/v1/";

    private final Platform platform;
    private final Consumer<String> requestLog;

    /**
     * Creates the handler of a platform.
     *
     * @param requestLog receives a line for each request before its response is sent
     */
    public ApiHandler(Platform platform, Consumer<String> requestLog) {
        this.platform = platform;
        this.requestLog = requestLog;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            CorsPolicy.allow(exchange);
            if (CorsPolicy.isPreflight(exchange)) {
                CorsPolicy.respondToPreflight(exchange);
                return;
            }
            PlatformResponse response = respond(exchange);
            if (!response.disconnects()) {
                HttpExchanges.send(exchange, response);
            }
        }
    }

    private PlatformResponse respond(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        String path = path(exchange);
        try {
            return HttpExchanges.process(exchange, path, request -> log(request, platform.handle(request), start));
        } catch (ErrorResponseException malformed) {
            String query = exchange.getRequestURI().getRawQuery();
            return log(
                    PlatformRequest.withoutBody(exchange.getRequestMethod(), path, query), malformed.response(), start);
        }
    }

    private PlatformResponse log(PlatformRequest request, PlatformResponse response, long start) {
        requestLog.accept(
                RequestLine.of(BASE_PATH, request, response.status(), Duration.ofNanos(System.nanoTime() - start)));
        return response;
    }

    /** Returns the path relative to the base path. A path outside of it matches no route. */
    private static String path(HttpExchange exchange) {
        String path = exchange.getRequestURI().getRawPath();
        if ((path + "/").equals(BASE_PATH)) {
            return "";
        }
        return path.startsWith(BASE_PATH) ? path.substring(BASE_PATH.length()) : path;
    }
}
