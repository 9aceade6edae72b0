package com.devpayr.testkit.internal.http;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** The HTTP handler of the API. */
public final class ApiHandler implements HttpHandler {
    /** The base path of the API. */
    public static final String BASE_PATH = "/api/v1/";

    private final Platform platform;

    /** Creates the handler of a platform. */
    public ApiHandler(Platform platform) {
        this.platform = platform;
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
        try {
            return HttpExchanges.process(exchange, path(exchange), platform::handle);
        } catch (ErrorResponseException malformed) {
            return malformed.response();
        }
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
