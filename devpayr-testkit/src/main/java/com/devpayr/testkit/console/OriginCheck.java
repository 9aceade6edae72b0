package com.devpayr.testkit.console;

import com.devpayr.testkit.platform.ErrorResponseException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who may use the console: its own page, and programs on this machine. A page from elsewhere may not, even when it makes
 * a name of its own point to this machine.
 */
final class OriginCheck {
    /** A page of another origin cannot send it without asking first, and is never told that it may. */
    static final String HEADER = "X-Devpayr-Console";

    private static final int FORBIDDEN = 403;
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    /** What no name server can point elsewhere. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String hostName;

    OriginCheck(String hostName) {
        this.hostName = hostName.toLowerCase(Locale.ROOT);
    }

    /** @throws ErrorResponseException 403 when it may be another site's doing */
    void admit(HttpExchange exchange, boolean isEndpoint) {
        Headers headers = exchange.getRequestHeaders();
        String host = header(headers, "Host");
        if (!isOurs(PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst(""))) {
            throw new ErrorResponseException(
                    FORBIDDEN, "The console is reached by an address, by localhost or by the name given with --host.");
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
                && !OWN_SITES.contains(header(headers, "Sec-Fetch-Site").toLowerCase(Locale.ROOT));
        if (otherOrigin || otherSite) {
            throw new ErrorResponseException(FORBIDDEN, "Only the console's own page may ask.");
        }
    }

    private boolean isOurs(String host) {
        return host.equals("localhost")
                || host.equals(hostName)
                || ADDRESS.matcher(host).matches();
    }

    /** Empty when there is none; several are none of ours. */
    private static String header(Headers headers, String name) {
        return headers.containsKey(name) ? String.join(", ", headers.get(name)) : "";
    }
}
