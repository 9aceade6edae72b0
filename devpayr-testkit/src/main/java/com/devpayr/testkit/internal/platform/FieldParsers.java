package com.devpayr.testkit.internal.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parsers of field values from JSON or forms. They return null for a value of the wrong type. */
public final class FieldParsers {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private FieldParsers() {}

    /** A parser of a field value. */
    @FunctionalInterface
    public interface Parser<T> {
        /** Returns the value, or null if it is not of the type. */
        @Nullable
        T parse(Object raw);
    }

    static @Nullable String text(Object raw) {
        return raw instanceof String text ? text : null;
    }

    static @Nullable Boolean flag(Object raw) {
        return switch (raw.toString().toLowerCase(Locale.ROOT)) {
            case "1", "true", "on", "yes" -> true;
            case "0", "false", "off", "no" -> false;
            default -> null;
        };
    }

    /** Parses an integer. */
    public static @Nullable Integer integer(Object raw) {
        try {
            return Integer.valueOf(raw.toString());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Parses an id. */
    public static @Nullable Long id(Object raw) {
        try {
            return Long.valueOf(raw.toString());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Parses a time with offset, or a date. */
    public static @Nullable Instant time(Object raw) {
        try {
            return WireTimestamps.read(raw.toString());
        } catch (DateTimeException notATimestamp) {
            return null;
        }
    }

    static @Nullable List<String> commaList(Object raw) {
        if (!(raw instanceof String text)) {
            return null;
        }
        return COMMA.splitAsStream(text.strip())
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Parses an object or a string that contains one. PHP clients send an empty object as an array. */
    static @Nullable Map<String, @Nullable Object> object(Object raw) {
        if (raw instanceof List<?> list && list.isEmpty()) {
            return Map.of();
        }
        Map<?, ?> found = raw instanceof String text ? Json.objectIn(text) : raw instanceof Map<?, ?> map ? map : null;
        if (found == null) {
            return null;
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        found.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    static byte @Nullable [] file(Object raw) {
        return raw instanceof byte[] bytes ? bytes : null;
    }

    static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static boolean isCountries(List<String> entries) {
        return entries.stream().allMatch(entry -> entry.matches("[A-Za-z]{2}"));
    }

    static List<String> words(String spaceSeparated) {
        return Stream.of(spaceSeparated.split(" ")).toList();
    }
}
