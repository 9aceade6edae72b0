package com.devpayr.benchmarks.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The responses of the server. Created once, except for the pages of lists. */
public final class StubResponses {
    /** A license with all documented fields. */
    public static final String LICENSE = envelope(license(12));

    /** The response to a license check. */
    public static final String PAID = envelope("{\"has_paid\":true}");

    private static final Pattern LIST = Pattern.compile("/project/(\\d+)/licenses\\?(?:.*&)?per_page=(\\d+)(.*)");
    private static final Pattern CURSOR = Pattern.compile("cursor=(\\d+)");
    private static final ByteBuffer ONE = response(LICENSE);
    private static final ByteBuffer CHECK = response(PAID);

    private StubResponses() {}

    /**
     * Returns the response to a request.
     *
     * @param target path and query; project N has N licenses
     */
    static ByteBuffer to(String target) {
        if (target.contains("/has-paid")) {
            return CHECK.duplicate();
        }
        Matcher list = LIST.matcher(target);
        return list.find()
                ? response(page(Long.parseLong(list.group(1)), Integer.parseInt(list.group(2)), list.group(3)))
                : ONE.duplicate();
    }

    private static String page(long rows, int size, String rest) {
        Matcher cursor = CURSOR.matcher(rest);
        long first = cursor.find() ? Long.parseLong(cursor.group(1)) : 1;
        long end = Math.min(first + size, rows + 1);
        StringBuilder page = new StringBuilder("{\"data\":[");
        for (long id = first; id < end; id++) {
            page.append(id == first ? "" : ",").append(license(id));
        }
        String next = end > rows ? "null" : "\"" + end + "\"";
        return envelope(
                page.append("],\"next_cursor\":").append(next).append('}').toString());
    }

    private static String envelope(String data) {
        return "{\"status\":\"success\",\"message\":\"Success\",\"data\":" + data + ",\"errors\":null}";
    }

    private static String license(long id) {
        return "{\"id\":" + id + ",\"uuid\":\"0197a0b1-5f00-7000-8000-00000000cafe\",\"project_id\":7,"
                + "\"title\":\"Jane Doe, Pro\",\"domain_id\":null,\"status\":\"active\","
                + "\"expires_at\":\"2027-12-13T12:57:24.000000Z\",\"max_domains\":3,\"max_subdomains_per_domain\":5,"
                + "\"max_usage_per_day\":null,\"allowed_ips\":\"203.0.113.7,203.0.113.8\",\"allowed_countries\":null,"
                + "\"is_test_license\":false,\"allow_configs\":1,\"created_at\":\"2025-12-13T12:57:24.000000Z\","
                + "\"updated_at\":\"2025-12-13T12:57:24.000000Z\"}";
    }

    private static ByteBuffer response(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return ByteBuffer.wrap((head + body).getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
