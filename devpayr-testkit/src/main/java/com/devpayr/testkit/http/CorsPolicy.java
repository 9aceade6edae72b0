package com.devpayr.testkit.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * Lets pages of every origin call the API, which is safe: a page needs a key to do anything, and none is sent along by a
 * browser itself.
 */
final class CorsPolicy {
    private static final int NO_CONTENT = 204;
    private static final int NO_BODY = -1;
    private static final String TEN_MINUTES = "600";

    private CorsPolicy() {}

    static void allow(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "Retry-After");
        }
    }

    /** Whether a browser asks what the page may send. */
    static boolean isPreflight(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("OPTIONS")
                && exchange.getRequestHeaders().containsKey("Origin")
                && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
    }

    /** It may send what the API takes. */
    static void answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        headers.set("Access-Control-Allow-Headers", "Accept, Content-Type, X-API-KEY, X-LICENSE-KEY, X-Devpayr-Domain");
        headers.set("Access-Control-Max-Age", TEN_MINUTES);
        exchange.sendResponseHeaders(NO_CONTENT, NO_BODY);
    }
}
