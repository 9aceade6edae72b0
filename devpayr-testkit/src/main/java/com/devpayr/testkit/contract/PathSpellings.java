package com.devpayr.testkit.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The spellings of paths that every web integration must treat alike, and a client that sends them unchanged. The integration
 * enforces {@link #INCLUDE} except for {@link #EXCLUDE}, the license is denied, and the application responds to every path.
 */
public final class PathSpellings {
    /** The patterns of paths that are subject to enforcement. */
    public static final List<String> INCLUDE = List.of("/reports/**", "/admin");

    /** The pattern of a path that is not. */
    public static final String EXCLUDE = "/reports/help";

    private static final List<String> GUARDED = List.of(
            "/reports",
            "/reports/",
            "/reports?year=1",
            "/reports/yearly",
            "/reports/yearly/",
            "/%72eports/yearly",
            "/%72%65%70%6f%72%74%73/yearly",
            "/%72eports/%79early/",
            "/reports;/yearly",
            "/reports;a=b/yearly",
            "/;x/reports/yearly",
            "/reports/yearly;jsessionid=1",
            "/reports%3b/yearly",
            "/reports%2fyearly",
            "/reports%2Fyearly",
            "//reports/yearly",
            "/reports//yearly",
            "/./reports/yearly",
            "/x/../reports/yearly",
            "/x//../../reports/yearly",
            "/x/%2e%2e/reports/yearly",
            "/x/..;/reports/yearly",
            "/x/..;a=b/%72eports/yearly",
            "/reports/./yearly",
            "/reports/../open",
            "/reports/help/",
            "/reports/help;x",
            "/reports/%68elp",
            "/reports/help/../yearly",
            "/reports/help%2f..%2fyearly",
            "/reports/help/..;/yearly",
            "/reports\\yearly",
            "/reports%5cyearly",
            "/x/..%5creports/yearly",
            "/reports/%zz",
            "/%zz",
            "/%",
            "/admin",
            "/admin/",
            "/admin//",
            "/admin/.",
            "/admin/%2e",
            "/admin%2f",
            "/admin;x",
            "/admin/;x",
            "/%61dmin",
            "/%61dmin/",
            "/x/../admin",
            "//admin");
    private static final List<String> OPEN =
            List.of("/", "/open", "/open/", "/adminx", "/reportsx/yearly", "/reports/help", "/reports/help?x=1");

    private static final int TIMEOUT_MILLIS = 30_000;

    private PathSpellings() {}

    /**
     * A spelling.
     *
     * @param path the raw path and query
     * @param guarded whether a request for it must not reach the application
     */
    public record Spelling(String path, boolean guarded) {}

    /** Returns all spellings. */
    public static Stream<Spelling> all() {
        return Stream.concat(
                GUARDED.stream().map(path -> new Spelling(path, true)),
                OPEN.stream().map(path -> new Spelling(path, false)));
    }

    /** Returns the status of the response to a GET request for a path, which is sent as it is. */
    public static int status(int port, String path) {
        return status(port, "GET", path, "");
    }

    /**
     * Returns the status of the response to a request.
     *
     * @param headers further header lines, each ending with CRLF
     */
    public static int status(int port, String method, String path, String headers) {
        return Integer.parseInt(response(port, method, path, headers).split(" ", 3)[1]);
    }

    /** Returns the complete response to a request: status line, headers and body. */
    public static String response(int port, String method, String path, String headers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request =
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder response = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                response.append((char) c);
            }
            return response.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
