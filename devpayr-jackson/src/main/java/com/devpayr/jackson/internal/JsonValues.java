package com.devpayr.jackson.internal;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON as maps, lists, strings, numbers and booleans. Writes the types of the model that are strings in JSON as well. */
final class JsonValues {
    private static final Map<Class<?>, Function<Object, String>> TEXTS = new LinkedHashMap<>();

    static {
        addText(String.class, Function.identity());
        addText(Instant.class, WireTimestamps::write);
        addText(Secret.class, Secret::reveal);
        addText(LicenseKey.class, LicenseKey::reveal);
        addText(EncryptedContent.class, EncryptedContent::value);
        addText(DomainEnvironment.class, DomainEnvironment::value);
        addText(LicenseStatus.class, LicenseStatus::value);
        addText(InjectableType.class, InjectableType::value);
        addText(InjectableMode.class, InjectableMode::value);
    }

    private JsonValues() {}

    private static <T> void addText(Class<T> type, Function<T, String> text) {
        TEXTS.put(type, value -> text.apply(type.cast(value)));
    }

    /** Reads the value at the current token. Ends at its last token. */
    static @Nullable Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    static Map<String, @Nullable Object> readObject(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, read(parser));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(parser));
        }
        return array;
    }

    /** @throws IllegalArgumentException if a value has no form in JSON; the message names its type alone */
    static void write(@Nullable Object value, JsonGenerator generator) {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            object.forEach((name, field) -> {
                generator.writeName(String.valueOf(name));
                write(field, generator);
            });
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> array) {
            generator.writeStartArray();
            array.forEach(element -> write(element, generator));
            generator.writeEndArray();
        } else {
            writeScalar(value, generator);
        }
    }

    private static void writeScalar(Object value, JsonGenerator generator) {
        String text = text(value);
        if (text != null) {
            generator.writeString(text);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(number, generator);
        } else {
            throw notJson(value);
        }
    }

    private static void writeNumber(Number number, JsonGenerator generator) {
        if (number instanceof Double || number instanceof Float) {
            generator.writeNumber(number.doubleValue());
        } else if (number instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            generator.writeNumber(integer);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            generator.writeNumber(number.longValue());
        } else {
            throw notJson(number);
        }
    }

    /** Returns the text of a value that is a string in JSON, or null if it is none. */
    static @Nullable String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        Function<Object, String> text = TEXTS.get(value.getClass());
        return text == null ? null : text.apply(value);
    }

    private static IllegalArgumentException notJson(Object value) {
        return new IllegalArgumentException(value.getClass().getName() + " has no form in JSON");
    }
}
