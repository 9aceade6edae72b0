package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The hosts that are connected to without a proxy: patterns, and always the loopback interface. */
final class NoProxyHosts {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*(%\\w+)?");
    private static final Pattern PATTERN =
            Pattern.compile("\\*|\\.?" + NAME + "|\\*\\.?" + NAME + "(\\.?\\*)?|" + NAME + "\\.?\\*|" + IPV6);

    private final List<String> patterns;

    NoProxyHosts(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Returns a pattern in its canonical form.
     *
     * @throws ConfigurationException if it is not a host, a suffix, a prefix, a part between two {@code *}, or {@code *}
     */
    static String requirePattern(String pattern) {
        String canonical = canonical(pattern);
        if (!isPattern(canonical)) {
            throw new ConfigurationException(
                    "noProxy",
                    "contains \"" + pattern
                            + "\"; use host names, IP addresses, suffixes such as .example.com, prefixes such as 10.*, or *");
        }
        return canonical;
    }

    static boolean isPattern(String text) {
        return PATTERN.matcher(canonical(text)).matches();
    }

    /** Returns whether a canonical text is a host name or an IP address. */
    static boolean isHost(String canonical) {
        return NAME.matcher(canonical).matches() || IPV6.matcher(canonical).matches();
    }

    /** Returns a host in lower case, without a final dot; an IPv6 address without brackets and in full. */
    static String canonical(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        return IPV6.matcher(name).matches() ? fullAddress(name) : name.replaceFirst("(?<=[^.])\\.$", "");
    }

    /** Does no name lookup, since the text contains colons. */
    private static String fullAddress(String literal) {
        try {
            return InetAddress.getByName(literal).getHostAddress();
        } catch (UnknownHostException invalid) {
            return literal;
        }
    }

    boolean contains(String host) {
        String name = canonical(host);
        return isLoopback(name) || patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean isLoopback(String name) {
        return BaseUrl.isLoopback(name.indexOf(':') < 0 ? name : "[" + name + "]");
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.equals("*")) {
            return true;
        }
        boolean isSuffix = pattern.startsWith("*");
        boolean isPrefix = pattern.endsWith("*");
        String part = pattern.substring(isSuffix ? 1 : 0, pattern.length() - (isPrefix ? 1 : 0));
        if (isSuffix && isPrefix) {
            return host.contains(part);
        }
        if (isPrefix) {
            return host.startsWith(part);
        }
        return (isSuffix || part.startsWith(".")) ? host.endsWith(part) : host.equals(part);
    }
}
