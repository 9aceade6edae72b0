package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.http.HttpExchanges;
import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformResponse;
import com.devpayr.testkit.model.MutableClock;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The HTTP handler of the console: the page at the root, its files and its endpoints. */
public final class ConsoleHandler implements HttpHandler {
    /** The path of the console's files and endpoints. */
    public static final String BASE_PATH = "/console/";

    private static final String ENDPOINTS = BASE_PATH + "api/";

    /** Forbids resources of other origins, inline code, and the interpretation of text as HTML. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private final ConsoleRouter router;
    private final OriginCheck originCheck;

    /**
     * Creates the console of a platform.
     *
     * @param hostNames the host names of the server, accepted besides IP addresses and {@code localhost}
     */
    public ConsoleHandler(Platform platform, MutableClock clock, Collection<String> hostNames) {
        this.router = new ConsoleRouter(platform, clock);
        this.originCheck = new OriginCheck(hostNames);
    }

    /** Returns whether a path belongs to the console. */
    public static boolean isAt(String path) {
        return path.equals("/") || path.startsWith(BASE_PATH);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            addSecurityHeaders(exchange.getResponseHeaders());
            HttpExchanges.send(exchange, respond(exchange));
        }
    }

    private PlatformResponse respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean isEndpoint = path.startsWith(ENDPOINTS);
        try {
            originCheck.verify(exchange, isEndpoint);
            return isEndpoint
                    ? HttpExchanges.process(exchange, path.substring(ENDPOINTS.length()), router::handle)
                    : orNotFound(StaticFiles.load(exchange.getRequestMethod(), path));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    private static PlatformResponse orNotFound(@Nullable PlatformResponse asset) {
        if (asset == null) {
            throw ErrorResponseException.notFound();
        }
        return asset;
    }

    private static void addSecurityHeaders(Headers headers) {
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }
}
