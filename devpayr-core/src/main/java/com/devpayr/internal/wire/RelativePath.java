package com.devpayr.internal.wire;

import com.devpayr.error.InvalidRequestException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Validation of paths that are appended to the base URL and must stay below it. */
final class RelativePath {
    /** The characters of paths and queries in RFC 3986. */
    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

    /** Encoded slashes, backslashes and NUL, which some servers decode before they resolve the path. */
    private static final Pattern AMBIGUOUS = Pattern.compile("%(?:2[fF]|5[cC]|00)");

    private RelativePath() {}

    /**
     * Returns the path without a leading slash.
     *
     * @throws InvalidRequestException if it is not a relative path, or not encoded
     */
    static String require(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        String segments = relative.split("\\?", 2)[0];
        if (!ENCODED.matcher(relative).matches()) {
            throw invalid("contains a character that is not allowed in a URL; percent-encode it");
        }
        if (segments.startsWith("/") || segments.split("/", 2)[0].contains(":")) {
            throw invalid("is not relative to the base URL; pass a path such as project/7/seats");
        }
        if (segments.contains("//")) {
            throw invalid("contains an empty segment");
        }
        if (AMBIGUOUS.matcher(segments).find()) {
            throw invalid("contains an encoded slash, backslash or NUL");
        }
        for (String segment : segments.split("/", -1)) {
            String name = withoutParameters(segment);
            if (name.equals(".") || name.equals("..")) {
                throw invalid("contains . or .. as a segment");
            }
        }
        return relative;
    }

    /** Returns a decoded segment without the parameters after a semicolon, which servlet containers remove. */
    private static String withoutParameters(String segment) {
        String decoded = segment.toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%3b", ";");
        return decoded.split(";", 2)[0];
    }

    private static InvalidRequestException invalid(String problem) {
        return new InvalidRequestException("path", problem);
    }
}
