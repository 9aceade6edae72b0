package com.devpayr.testkit.console;

import com.devpayr.testkit.http.HttpExchanges;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.platform.ErrorResponseException;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.PlatformRequest;
import com.devpayr.testkit.platform.PlatformResponse;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The console over HTTP: its page at the root, its files and its endpoints below a path of their own. */
public final class ConsoleHandler implements HttpHandler {
    /** Where all but the page itself is. */
    public static final String BASE_PATH = "/console/";

    private static final String ENDPOINTS = BASE_PATH + "api/";

    /** Nothing from elsewhere, nothing inline, and no text is ever taken for HTML. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final ConsoleRouter endpoints;
    private final OriginCheck visitors;

    /**
     * The console of a platform.
     *
     * @param hostName a name that the server is reached by, beside addresses and {@code localhost}
     */
    public ConsoleHandler(Platform platform, MutableClock clock, String hostName) {
        this.endpoints = new ConsoleRouter(platform, clock);
        this.visitors = new OriginCheck(hostName);
    }

    /** Whether a path is the console's. */
    public static boolean isAt(String path) {
        return path.equals("/") || path.startsWith(BASE_PATH);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            protect(exchange.getResponseHeaders());
            HttpExchanges.send(exchange, answer(exchange));
        }
    }

    private PlatformResponse answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean isEndpoint = path.startsWith(ENDPOINTS);
        try {
            visitors.admit(exchange, isEndpoint);
            return isEndpoint
                    ? endpoints.answer(request(exchange, path))
                    : orNotFound(StaticFiles.answer(exchange.getRequestMethod(), path));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    private static PlatformRequest request(HttpExchange exchange, String path) throws IOException {
        return HttpExchanges.request(exchange, path.substring(ENDPOINTS.length()));
    }

    private static PlatformResponse orNotFound(@Nullable PlatformResponse asset) {
        if (asset == null) {
            throw ErrorResponseException.notFound();
        }
        return asset;
    }

    private static void protect(Headers headers) {
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }
}
