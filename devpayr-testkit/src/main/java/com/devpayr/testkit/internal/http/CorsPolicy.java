package com.devpayr.testkit.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * The CORS policy of the API: all origins are allowed. This is safe because every request needs a key, and browsers do
 * not send keys by themselves.
 */
final class CorsPolicy {
    private static final int NO_CONTENT = 204;
    private static final int NO_BODY = -1;
    private static final String MAX_AGE_SECONDS = "600";

    /** The browser SDK also sends {@code X-Requested-With}. */
    private static final String HEADERS =
            "Accept, Content-Type, X-API-KEY, X-LICENSE-KEY, X-Devpayr-Domain, X-Requested-With";

    private CorsPolicy() {}

    static void allow(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "Retry-After");
        }
    }

    /** Returns whether a request is a CORS preflight request. */
    static boolean isPreflight(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("OPTIONS")
                && exchange.getRequestHeaders().containsKey("Origin")
                && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
    }

    /** Responds to a preflight request with the methods and headers of the API. */
    static void respondToPreflight(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        headers.set("Access-Control-Allow-Headers", HEADERS);
        headers.set("Access-Control-Max-Age", MAX_AGE_SECONDS);
        exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
    }
}
