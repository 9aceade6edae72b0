package com.devpayr.testkit.internal.platform;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The runtime identifier of an application: {@code X-Devpayr-Domain} without the port.
 *
 * @param name the identifier in lower case
 */
record RuntimeIdentifier(String name) {
    private static final Pattern PORT = Pattern.compile("(?<=[^:]):\\d+$");
    private static final Pattern IP = Pattern.compile("[\\d.]+|\\[.*]");

    static RuntimeIdentifier of(String header) {
        return new RuntimeIdentifier(
                PORT.matcher(header.strip()).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the last two labels of a host name, or the whole identifier if it is none. Public suffixes are not
     * considered.
     */
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

    /** Returns whether test licenses are accepted there. */
    boolean isForTests() {
        return name.equals("localhost") || name.equals("127.0.0.1") || name.endsWith(".test");
    }
}
