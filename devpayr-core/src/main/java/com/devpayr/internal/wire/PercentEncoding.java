package com.devpayr.internal.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of query parameters. Encodes everything but letters, digits and {@code -._}. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Returns the encoded text. A space becomes {@code %20}, since not every server decodes a plus sign. */
    public static String encode(String text) {
        return isUnreserved(text) ? text : encodeReserved(text);
    }

    private static boolean isUnreserved(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isLetterOrDigit && c != '-' && c != '.' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static String encodeReserved(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
