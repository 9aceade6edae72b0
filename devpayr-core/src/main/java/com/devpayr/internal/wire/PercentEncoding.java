package com.devpayr.internal.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in a URL's query, as every server and library reads it the same: all but letters, digits and {@code -._} is encoded. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** The encoded text; a space is {@code %20}, since a plus sign is one to some servers only. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
