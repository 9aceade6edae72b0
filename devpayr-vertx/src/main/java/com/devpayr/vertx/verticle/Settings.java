package com.devpayr.vertx.verticle;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment's configuration says below {@code devpayr}, nested or with dots in the names. To the core it is the
 * environment too, since that knows how to read a secret from a file: {@code DEVPAYR_SECRET_FILE} is asked of {@code
 * devpayr.secret-file}, and then of the process's own environment.
 */
final class Settings implements SystemEnvironment {
    private static final String ROOT = "devpayr.";
    private static final String VARIABLES = "DEVPAYR_";

    private final JsonObject config;

    Settings(JsonObject config) {
        this.config = config;
    }

    /** The value at a name without the root; null when it is absent or blank. */
    @Nullable
    String text(String name) {
        Object value = value(config, ROOT + name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private static @Nullable Object value(JsonObject json, String name) {
        Object direct = json.getValue(name);
        for (int dot = name.indexOf('.'); direct == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (json.getValue(name.substring(0, dot)) instanceof JsonObject nested) {
                direct = value(nested, name.substring(dot + 1));
            }
        }
        return direct;
    }

    /** The values of a list; a text counts as the list that its commas make. */
    List<String> texts(String name) {
        if (value(config, ROOT + name) instanceof JsonArray array) {
            return array.stream().map(String::valueOf).toList();
        }
        String list = text(name);
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    boolean flag(String name, boolean otherwise) {
        return choice(name, otherwise ? Flag.TRUE : Flag.FALSE) == Flag.TRUE;
    }

    private enum Flag {
        FALSE,
        TRUE
    }

    /** One of an enum's constants, in lower case and with hyphens. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        return read(
                name,
                text -> Enum.valueOf(otherwise.getDeclaringClass(), constant(text)),
                choices(otherwise),
                otherwise);
    }

    private static String constant(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String choices(Enum<?> one) {
        return "one of "
                + String.join(
                        ", ",
                        Arrays.stream(one.getDeclaringClass().getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList());
    }

    <T> T read(String name, Function<String, T> type, String expected, T otherwise) {
        String text = text(name);
        return text == null ? otherwise : parse(name, text, type, expected);
    }

    /** Does something with a value that is there. */
    <T> void ifSet(String name, Function<String, T> type, String expected, Consumer<? super T> use) {
        String text = text(name);
        if (text != null) {
            use.accept(parse(name, text, type, expected));
        }
    }

    private static <T> T parse(String name, String text, Function<String, T> type, String expected) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException unusable) {
            throw new ConfigurationException(ROOT + name, "is \"" + text + "\"; it must be " + expected, unusable);
        }
    }

    @Override
    public @Nullable String variable(String name) {
        String own = name.startsWith(VARIABLES)
                ? text(name.substring(VARIABLES.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                : null;
        return own != null ? own : SystemEnvironment.system().variable(name);
    }

    @Override
    public @Nullable String property(String name) {
        return SystemEnvironment.system().property(name);
    }
}
