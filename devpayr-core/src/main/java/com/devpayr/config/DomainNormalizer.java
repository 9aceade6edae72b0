package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.model.HeaderValue;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalizes domains to the form that DevPayr compares. Scheme, credentials and path of a URL are removed. Host names are
 * converted to lower case and punycode, without a port; {@code localhost} and IP addresses keep their port. Anything else is
 * an opaque identifier and is not changed.
 */
final class DomainNormalizer {
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#\\\\]*).*", Pattern.DOTALL);
    private static final Pattern WITH_PORT = Pattern.compile("(.*?)(:\\d{1,5})?", Pattern.DOTALL);
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Characters that IDNA2003, which the JDK implements, maps to others or removes, and that IDNA2008 keeps. */
    private static final Pattern DEVIATION = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private DomainNormalizer() {}

    static String normalize(String setting, String raw) {
        Matcher url = URL.matcher(raw);
        if (url.matches()) {
            return HeaderValue.require(setting, ofUrl(setting, url.group(1)));
        }
        String host = asHost(setting, raw);
        return HeaderValue.require(setting, host == null ? raw : host);
    }

    private static String ofUrl(String setting, String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        String host = asHost(setting, hostAndPort);
        if (host != null) {
            return host;
        }
        Matcher parts = split(hostAndPort);
        String bare = parts.group(1).toLowerCase(Locale.ROOT);
        if (!LABEL.matcher(bare).matches()) {
            throw new ConfigurationException(
                    setting, "is a URL without a valid host; set a host name or another identifier");
        }
        return bare;
    }

    /** Returns the normalized host; null if the text is not a host. */
    private static @Nullable String asHost(String setting, String raw) {
        Matcher parts = split(raw);
        String name = parts.group(1);
        String port = parts.group(2) == null ? "" : parts.group(2);
        if (name.equalsIgnoreCase("localhost")
                || IPV4.matcher(name).matches()
                || IPV6.matcher(name).matches()) {
            return name.toLowerCase(Locale.ROOT) + port;
        }
        requireUnambiguous(setting, name);
        String ascii = toAscii(name);
        return ascii != null && isDotted(ascii) ? ascii : null;
    }

    private static void requireUnambiguous(String setting, String name) {
        if (name.contains(".") && DEVIATION.matcher(name).find()) {
            throw new ConfigurationException(
                    setting,
                    "contains a character that stands for different domains in the IDNA2003 and IDNA2008 standards, such as"
                            + " 'ß'; set the domain in punycode, such as xn--strae-oqa.de");
        }
    }

    private static Matcher split(String hostAndPort) {
        Matcher parts = WITH_PORT.matcher(hostAndPort);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern matches any text");
        }
        return parts;
    }

    private static @Nullable String toAscii(String name) {
        String ascii = isAscii(name) ? name : punycode(name);
        if (ascii == null) {
            return null;
        }
        String lower = ascii.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** Avoids {@link IDN} for ASCII names, since it loads Unicode tables. Labels are validated separately. */
    private static boolean isAscii(String name) {
        return name.chars().allMatch(character -> character < 128);
    }

    private static @Nullable String punycode(String name) {
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notAHostName) {
            return null;
        }
    }

    private static boolean isDotted(String name) {
        String[] labels = name.split("\\.", -1);
        return labels.length > 1
                && name.length() <= 253
                && !NUMBER.matcher(labels[labels.length - 1]).matches()
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
    }
}
