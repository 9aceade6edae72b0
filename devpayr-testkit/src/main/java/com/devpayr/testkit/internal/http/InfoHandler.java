package com.devpayr.testkit.internal.http;

import com.devpayr.testkit.internal.platform.Json;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;

/** Serves the health check and the OpenAPI document. Neither needs a key, since neither contains data. */
public final class InfoHandler implements HttpHandler {
    private static final String HEALTH = "/health";
    private static final String OPENAPI = "/openapi.json";
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;

    /** Creates the handler. */
    public InfoHandler() {}

    /** Returns whether a path belongs to this handler. */
    public static boolean isAt(String path) {
        return path.equals(HEALTH) || path.equals(OPENAPI);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                headers.set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
                return;
            }
            headers.set("Content-Type", "application/json");
            headers.set("Cache-Control", "no-store");
            byte[] body =
                    exchange.getRequestURI().getPath().equals(HEALTH) ? Json.bytes(Map.of("status", "ok")) : openApi();
            exchange.sendResponseHeaders(OK, method.equals("HEAD") ? NO_BODY : body.length);
            if (method.equals("GET")) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static byte[] openApi() throws IOException {
        try (InputStream document =
                Objects.requireNonNull(InfoHandler.class.getResourceAsStream("openapi.json"), "openapi.json")) {
            return document.readAllBytes();
        }
    }
}
