package com.devpayr.testkit.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a copy calls the place that it runs on: {@code X-Devpayr-Domain}, without a port.
 *
 * @param name the whole of it, in lower case
 */
record RuntimeIdentifier(String name) {
    private static final Pattern PORT = Pattern.compile("(?<=[^:]):\\d+$");
    private static final Pattern IP = Pattern.compile("[\\d.]+|\\[.*]");

    static RuntimeIdentifier of(String header) {
        return new RuntimeIdentifier(
                PORT.matcher(header.strip()).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    /** The last two labels of a host name; all of anything else. Which suffixes are public is not known here. */
    String base() {
        if (IP.matcher(name).matches()) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', dot - 1) + 1);
    }

    boolean isSubdomain() {
        return !base().equals(name);
    }

    /** Whether a test license works there. */
    boolean isForTests() {
        return name.equals("localhost") || name.equals("127.0.0.1") || name.endsWith(".test");
    }
}
