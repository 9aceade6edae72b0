package com.devpayr.internal.log;

import java.util.Locale;

/** The path and query of a request relative to the base URL, from the absolute URL that an HTTP library sends. */
public final class RequestTarget {
    private RequestTarget() {}

    /**
     * Returns the part of a URL after the base URL; the whole URL if an interceptor has replaced the base URL. HTTP libraries
     * convert the host to lower case and omit the default port.
     */
    public static String of(String baseUrl, String url) {
        String base = canonical(baseUrl);
        String absolute = canonical(url);
        return absolute.startsWith(base) ? absolute.substring(base.length()) : url;
    }

    private static String canonical(String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return path < 0 ? origin(url) + "/" : origin(url.substring(0, path)) + url.substring(path);
    }

    private static String origin(String text) {
        String origin = text.toLowerCase(Locale.ROOT);
        String defaultPort = origin.startsWith("https:") ? ":443" : ":80";
        return origin.endsWith(defaultPort) ? origin.substring(0, origin.length() - defaultPort.length()) : origin;
    }
}
