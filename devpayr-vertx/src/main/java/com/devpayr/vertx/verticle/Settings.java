package com.devpayr.vertx.verticle;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.config.SettingNames;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a deployment: the values below {@code devpayr} in its configuration, nested or with dots in the names.
 *
 * <p>Also the environment of the client configuration: a variable such as {@code DEVPAYR_SECRET_FILE} is read from {@code
 * devpayr.secret-file}, then from the environment of the process.
 */
final class Settings implements SystemEnvironment {
    private final JsonObject config;

    Settings(JsonObject config) {
        this.config = config;
    }

    private enum Flag {
        FALSE,
        TRUE
    }

    boolean getBoolean(String name, boolean defaultValue) {
        return getEnum(name, defaultValue ? Flag.TRUE : Flag.FALSE) == Flag.TRUE;
    }

    /** Returns an enum constant, which is written in lower case with hyphens. */
    <E extends Enum<E>> E getEnum(String name, E defaultValue) {
        Class<E> type = defaultValue.getDeclaringClass();
        return get(name, text -> Enum.valueOf(type, constantName(text)), "one of " + values(type), defaultValue);
    }

    private static String constantName(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <E extends Enum<E>> String values(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** Returns the elements of an array, or of a comma-separated list. */
    List<String> getStrings(String name) {
        String property = SettingNames.PROPERTY_PREFIX + name;
        if (find(config, property) instanceof JsonArray array) {
            return array.stream().map(String::valueOf).toList();
        }
        String list = getString(property);
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    /**
     * Returns a converted value.
     *
     * @param expected describes valid values, for the error message
     * @throws ConfigurationException if the converter rejects the value
     */
    <T> T get(String name, Function<String, T> converter, String expected, T defaultValue) {
        String property = SettingNames.PROPERTY_PREFIX + name;
        String text = getString(property);
        return text == null ? defaultValue : convert(property, text, converter, expected);
    }

    /** Passes a converted value to a consumer if it is set. */
    <T> void ifSet(String name, Function<String, T> converter, String expected, Consumer<? super T> consumer) {
        String property = SettingNames.PROPERTY_PREFIX + name;
        String text = getString(property);
        if (text != null) {
            consumer.accept(convert(property, text, converter, expected));
        }
    }

    /** Returns the complete name of a value below a prefix; null if none is set. */
    @Nullable
    String findBelow(String prefix) {
        return findBelow(config, "", SettingNames.PROPERTY_PREFIX + prefix);
    }

    private static @Nullable String findBelow(JsonObject json, String parent, String prefix) {
        for (String name : json.fieldNames()) {
            String found = parent + name;
            Object value = json.getValue(name);
            if (value instanceof JsonObject nested) {
                found = findBelow(nested, found + ".", prefix);
            } else if (value == null || value.toString().isBlank()) {
                found = null;
            }
            if (found != null && found.startsWith(prefix)) {
                return found;
            }
        }
        return null;
    }

    private static <T> T convert(String property, String text, Function<String, T> converter, String expected) {
        try {
            return converter.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException invalid) {
            throw new ConfigurationException(property, "is \"" + text + "\"; it must be " + expected, invalid);
        }
    }

    /** Returns a text; null if it is not set or blank. */
    @Nullable
    String find(String name) {
        return getString(SettingNames.PROPERTY_PREFIX + name);
    }

    /**
     * Returns a secret: a text, or the content of the file that the same name with {@code -file} refers to; null if neither is
     * set.
     *
     * @throws ConfigurationException if both are set or the file cannot be read
     */
    @Nullable
    String secret(String name) {
        String value = find(name);
        String file = find(name + "-file");
        if (file == null) {
            return value;
        }
        if (value != null) {
            throw failure(name, "and its file are both set; remove one of them");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw failure(name + "-file", "refers to " + file + ", which cannot be read; check the path", unreadable);
        }
    }

    /** Returns the exception for a setting. */
    static ConfigurationException failure(String name, String problem) {
        return failure(name, problem, null);
    }

    /** Returns the exception for a setting. */
    static ConfigurationException failure(String name, String problem, @Nullable Throwable cause) {
        return new ConfigurationException(SettingNames.PROPERTY_PREFIX + name, problem, cause);
    }

    private @Nullable String getString(String property) {
        Object value = find(config, property);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static @Nullable Object find(JsonObject json, String name) {
        Object value = json.getValue(name);
        for (int dot = name.indexOf('.'); value == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (json.getValue(name.substring(0, dot)) instanceof JsonObject nested) {
                value = find(nested, name.substring(dot + 1));
            }
        }
        return value;
    }

    @Override
    public @Nullable String variable(String name) {
        String property = SettingNames.propertyOfVariable(name);
        String value = property == null ? null : getString(property);
        return value != null ? value : SystemEnvironment.system().variable(name);
    }

    @Override
    public @Nullable String property(String name) {
        return SystemEnvironment.system().property(name);
    }
}
