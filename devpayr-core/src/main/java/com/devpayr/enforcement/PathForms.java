package com.devpayr.enforcement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a request path that a server or framework may route by: as it was sent, and decoded without matrix parameters,
 * with and without dot segments, repeated slashes and a trailing slash.
 */
final class PathForms {
    private static final int HEX = 16;

    private PathForms() {}

    /** Returns all forms of a path; null if the path has an invalid percent-encoding. */
    static @Nullable Set<String> of(String path) {
        if (isCanonical(path)) {
            return Set.of(path);
        }
        String decoded = decode(withoutMatrixParameters(path));
        if (decoded == null) {
            return null;
        }
        String slashed = withoutMatrixParameters(decoded).replace('\\', '/');
        Set<String> forms = new LinkedHashSet<>();
        for (String form : new String[] {path, decoded, slashed, resolved(slashed, true), resolved(slashed, false)}) {
            forms.add(form);
            forms.add(withoutTrailingSlash(form));
        }
        return forms;
    }

    /** Returns the fully normalized form of a pattern, which is written like a path. */
    static String canonical(String pattern) {
        String decoded = decode(withoutMatrixParameters(pattern));
        return withoutTrailingSlash(resolved(decoded == null ? pattern : decoded, false));
    }

    /** Returns whether a path is plain: no two servers can route it differently. */
    static boolean isPlain(String path) {
        return !path.contains("..") && path.chars().noneMatch(c -> c == '%' || c == ';' || c == '\\');
    }

    /** Avoids the work for the paths of nearly all requests. */
    private static boolean isCanonical(String path) {
        return path.startsWith("/")
                && isPlain(path)
                && !path.contains("//")
                && !path.contains("/.")
                && (path.length() == 1 || !path.endsWith("/"));
    }

    private static String withoutMatrixParameters(String path) {
        StringBuilder kept = new StringBuilder();
        boolean parameter = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            parameter = c == ';' || (parameter && c != '/');
            if (!parameter) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static @Nullable String decode(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < path.length()) {
            int end = path.indexOf('%', i);
            int plainEnd = end < 0 ? path.length() : end;
            bytes.writeBytes(path.substring(i, plainEnd).getBytes(StandardCharsets.UTF_8));
            i = plainEnd;
            if (i < path.length()) {
                int value = hex(path, i + 1);
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                i += 3;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the value of two hexadecimal digits; -1 if they are missing or invalid. */
    private static int hex(String path, int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), HEX);
        int low = Character.digit(path.charAt(at + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    /** Resolves dot segments. Servers differ in whether an empty segment is one that {@code ..} removes. */
    private static String resolved(String path, boolean keepEmptySegments) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".") && (keepEmptySegments || !segment.isEmpty())) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String withoutTrailingSlash(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
