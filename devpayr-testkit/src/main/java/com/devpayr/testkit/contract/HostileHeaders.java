package com.devpayr.testkit.contract;

import com.devpayr.testkit.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Responses with header values that an HTTP library may fail to parse. */
final class HostileHeaders {
    /** Statuses that HTTP libraries handle in a way of their own, and others. */
    static final List<Integer> STATUSES = List.of(200, 201, 204, 302, 304, 401, 403, 407, 408, 421, 429, 500, 503);

    /** The statuses for which a header has a meaning. */
    private static final Map<String, List<Integer>> MEANINGFUL = Map.of(
            "Retry-After", List.of(200, 302, 408, 429, 503),
            "Location", List.of(201, 302, 403),
            "WWW-Authenticate", List.of(200, 401),
            "Proxy-Authenticate", List.of(200, 407),
            "Content-Length", List.of(200, 204, 304, 500),
            "Transfer-Encoding", List.of(200, 204, 304, 500),
            "Content-Encoding", List.of(200, 204, 500),
            "Content-Type", List.of(200, 204, 500),
            "Alt-Svc", List.of(200, 421));

    private static final List<Integer> OTHERS = List.of(200, 304);

    private static final String BODY = "{\"data\":{\"id\":1,\"uuid\":\"a-license-key\"},\"message\":\"No.\"}";
    private static final List<String> NUMBERS = List.of(
            "",
            " ",
            "-1",
            "+1",
            "0",
            "00000000000000000000",
            "00000000000000000000001",
            "1.5",
            "1e9",
            "0x7f",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(400),
            "NaN",
            "1, 2",
            "\u0663\u0660");
    private static final List<String> DATES = List.of(
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "Fri, 31 Dec 999999999 23:59:59 GMT",
            "Mon, 99 Foo 2026 99:99:99 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "2026-01-02T03:04:05Z");
    private static final List<String> TEXTS = List.of(
            "",
            ";",
            "=;=,=",
            "a/b/c; charset",
            "application/json; charset=",
            "application/json; charset=\"",
            "application/json; charset=no such charset",
            "application/json; charset=UTF-16",
            "application/json; charset=\u00e4\u00ff",
            "\"",
            "x".repeat(7000),
            "http://[::1",
            "http://a:99999/",
            "//",
            "%zz",
            "Basic realm=\"",
            "Bearer =,=,\"",
            "gzip",
            "deflate",
            "br, gzip, \u00ff",
            "identity",
            "chunked, chunked",
            "\u00ff\u00fe");

    private HostileHeaders() {}

    /** Returns the header lines, without line ends. */
    static Stream<String> lines() {
        return Stream.of(
                        lines("Retry-After", NUMBERS),
                        lines("Retry-After", DATES),
                        lines("Content-Length", NUMBERS),
                        lines("Age", NUMBERS),
                        lines("Date", DATES),
                        lines("Date", NUMBERS),
                        lines("Expires", DATES),
                        lines("Last-Modified", DATES),
                        lines("Content-Type", TEXTS),
                        lines("Content-Encoding", TEXTS),
                        lines("Transfer-Encoding", TEXTS),
                        lines("Location", TEXTS),
                        lines("WWW-Authenticate", TEXTS),
                        lines("Proxy-Authenticate", TEXTS),
                        lines("Set-Cookie", TEXTS),
                        lines("Connection", TEXTS),
                        lines("Keep-Alive", TEXTS),
                        lines("Cache-Control", List.of("max-age=99999999999999999999", "max-age=-1", "max-age=\"")),
                        lines("Alt-Svc", TEXTS),
                        lines("Upgrade", List.of("h2c", "websocket", "")),
                        Stream.of(": no name", "no colon", "Na me: x", "X\u00ff: x", "X-Control: a\u0001b", " folded"))
                .flatMap(lines -> lines);
    }

    /** Returns the statuses for which the header of a line has a meaning. */
    static List<Integer> statusesOf(String line) {
        return MEANINGFUL.getOrDefault(line.substring(0, Math.max(0, line.indexOf(':'))), OTHERS);
    }

    private static Stream<String> lines(String name, List<String> values) {
        return values.stream().map(value -> name + ": " + value);
    }

    /** Returns a response with a header line. Closes the connection, so that a wrong length does not delay the end. */
    static Fault response(int status, String line) {
        String length = line.startsWith("Content-Length") || line.startsWith("Transfer-Encoding") || status == 204
                ? ""
                : "Content-Length: " + BODY.length() + "\r\n";
        byte[] response = ("HTTP/1.1 " + status + " Fault\r\n" + length + line + "\r\n\r\n"
                        + (status == 204 ? "" : BODY))
                .getBytes(StandardCharsets.ISO_8859_1);
        return exchange -> exchange.write(response).disconnect();
    }
}
