package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.ErrorResponseException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Restricts the console to its own page and to programs. Pages of other origins are rejected, including those that use
 * DNS rebinding.
 */
final class OriginCheck {
    /** A page of another origin cannot send this header without a CORS preflight request, which is always rejected. */
    static final String HEADER = "X-Devpayr-Console";

    private static final int FORBIDDEN = 403;
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** IP addresses, which DNS cannot redirect. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private static final Set<String> ALLOWED_FETCH_SITES = Set.of("same-origin", "none");

    private final Set<String> hostNames;

    OriginCheck(Collection<String> hostNames) {
        this.hostNames =
                hostNames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws ErrorResponseException 403 if the request may come from another site */
    void verify(HttpExchange exchange, boolean isEndpoint) {
        Headers headers = exchange.getRequestHeaders();
        String host = header(headers, "Host");
        if (!isOwnHost(PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst(""))) {
            throw new ErrorResponseException(
                    FORBIDDEN,
                    "Use the console by an IP address, by localhost or by the name given with --host or --public-host.");
        }
        if (!isEndpoint) {
            return;
        }
        if (!headers.containsKey(HEADER)) {
            throw new ErrorResponseException(FORBIDDEN, "Missing required " + HEADER + " header.");
        }
        boolean otherOrigin =
                headers.containsKey("Origin") && !header(headers, "Origin").equals("http://" + host);
        boolean otherSite = headers.containsKey("Sec-Fetch-Site")
                && !ALLOWED_FETCH_SITES.contains(
                        header(headers, "Sec-Fetch-Site").toLowerCase(Locale.ROOT));
        if (otherOrigin || otherSite) {
            throw new ErrorResponseException(FORBIDDEN, "Requests of other origins are not allowed.");
        }
    }

    private boolean isOwnHost(String host) {
        return host.equals("localhost")
                || hostNames.contains(host)
                || ADDRESS.matcher(host).matches();
    }

    /** Returns the header, empty if absent. Multiple values are joined and so never match. */
    private static String header(Headers headers, String name) {
        return headers.containsKey(name) ? String.join(", ", headers.get(name)) : "";
    }
}
