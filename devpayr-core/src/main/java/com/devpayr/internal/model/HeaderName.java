package com.devpayr.internal.model;

import com.devpayr.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validation of the names of HTTP headers that an application adds to requests. */
public final class HeaderName {
    /** The characters of a token in RFC 9110. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final String SETTING = "header";
    private static final Map<String, String> RESERVED = reserved();

    private HeaderName() {}

    /**
     * Checks that a name is allowed in HTTP and that the library does not set the header itself.
     *
     * @return the name, unchanged
     * @throws ConfigurationException if it is not; the message says what to use instead
     */
    public static String requireAdditional(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new ConfigurationException(
                    SETTING,
                    "has a name with characters that are not allowed in HTTP; use letters, digits and hyphens");
        }
        @Nullable String instead = RESERVED.get(name);
        if (instead != null) {
            throw new ConfigurationException(SETTING, name + " " + instead);
        }
        return name;
    }

    private static Map<String, String> reserved() {
        Map<String, String> reserved = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        reserved.put("X-API-KEY", "is set by this library; use apiKey(…)");
        reserved.put("X-LICENSE-KEY", "is set by this library; use licenseKey(…)");
        reserved.put("X-Devpayr-Domain", "is set by this library; use domain(…)");
        for (String name : List.of("Accept", "Accept-Encoding", "Content-Encoding", "Content-Type", "User-Agent")) {
            reserved.put(name, "is set by this library and cannot be changed");
        }
        for (String name : List.of(
                "Connection",
                "Content-Length",
                "Expect",
                "Host",
                "Keep-Alive",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade")) {
            reserved.put(name, "is set by the HTTP client and cannot be changed");
        }
        return reserved;
    }
}
