package com.devpayr.cli;

import com.devpayr.secret.LicenseKey;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text for people. */
final class Text {
    /** Values come from the server; control characters could change what a terminal shows. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

    private static final int MASKABLE_LENGTH = 16;

    private Text() {}

    /** Returns a value on one line; a hyphen for null. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty() ? "-" : items.stream().map(Text::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "-" : JsonWriter.write(map);
        }
        return oneLine(value.toString());
    }

    /** Returns a text on one line without control characters. */
    static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** Returns a name of a field for people, such as {@code has paid}. */
    static String label(String field) {
        return field.replace('_', ' ');
    }

    /** Returns the last four characters of a license key. */
    static String masked(LicenseKey key) {
        String value = key.reveal();
        return value.length() < MASKABLE_LENGTH ? "****" : "****" + value.substring(value.length() - 4);
    }
}
