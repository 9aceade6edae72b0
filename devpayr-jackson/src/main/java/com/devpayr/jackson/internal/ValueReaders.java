package com.devpayr.jackson.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/**
 * The readers of fields, in all forms that DevPayr uses for them.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
final class ValueReaders {
    /** The largest integer up to which a {@code double} has every integer. */
    private static final double MAX_EXACT = 1L << 53;

    private ValueReaders() {}

    /** Reads an integer from a number, or from its digits in a string. An empty string is no value. */
    static @Nullable Long integer(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> integerWithinRange(parser);
            case VALUE_NUMBER_FLOAT -> integral(parser.getDoubleValue());
            case VALUE_STRING -> parse(parser.getString());
            default -> throw wrong();
        };
    }

    /** Reads an integer of 32 bits. */
    static @Nullable Integer smallInteger(JsonParser parser) {
        Long value = integer(parser);
        if (value != null && value.intValue() != value) {
            throw wrong();
        }
        return value == null ? null : value.intValue();
    }

    private static long integerWithinRange(JsonParser parser) {
        try {
            return parser.getLongValue();
        } catch (InputCoercionException tooLarge) {
            throw wrong();
        }
    }

    private static long integral(double number) {
        if (number != Math.rint(number) || Math.abs(number) > MAX_EXACT) {
            throw wrong();
        }
        return (long) number;
    }

    private static @Nullable Long parse(String digits) {
        try {
            return digits.isBlank() ? null : Long.valueOf(digits.strip());
        } catch (NumberFormatException notDigits) {
            throw wrong();
        }
    }

    /**
     * Reads a boolean: {@code true}, {@code 1}, {@code "1"}, {@code "true"}, {@code "on"}, {@code "yes"} and their opposites.
     */
    static Boolean bool(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            throw wrong();
        }
        return switch (parser.getString()) {
            case "1", "true", "on", "yes" -> true;
            case "0", "false", "off", "no" -> false;
            default -> throw wrong();
        };
    }

    /** Reads text from any single value. */
    static String text(JsonParser parser) {
        if (!parser.currentToken().isScalarValue()) {
            throw wrong();
        }
        return parser.getString();
    }

    /** Returns the reader of a type that is a string in JSON. */
    static <T> ValueReader<T> of(Function<String, T> constructor) {
        return parser -> {
            String text = string(parser);
            try {
                return constructor.apply(text);
            } catch (RuntimeException invalid) {
                throw wrong();
            }
        };
    }

    private static String string(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong();
        }
        return parser.getString();
    }

    /** Reads a time, or a date as its first moment in UTC. */
    static Instant time(JsonParser parser) {
        String text = string(parser);
        try {
            return WireTimestamps.read(text);
        } catch (DateTimeException invalid) {
            throw wrong();
        }
    }

    /** Reads a list of strings from an array or comma-separated text. */
    static List<String> texts(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parts(parser.getString());
        }
        return listOf(ValueReaders::string).read(parser);
    }

    private static List<String> parts(String joined) {
        List<String> texts = new ArrayList<>();
        for (String part : joined.split(",", -1)) {
            if (!part.isBlank()) {
                texts.add(part.strip());
            }
        }
        return texts;
    }

    /** Reads an object. {@code []} is an empty one, since PHP writes empty objects as arrays. */
    static Map<String, @Nullable Object> map(JsonParser parser) {
        boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
        if (isArray && parser.nextToken() == JsonToken.END_ARRAY) {
            return Map.of();
        }
        if (isArray || parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong();
        }
        return JsonValues.readObject(parser);
    }

    /** Returns the reader of an array. */
    static <T> ListReader<T> listOf(ValueReader<T> element) {
        return new ListReader<>(element);
    }

    static WrongValueException wrong() {
        return new WrongValueException(null);
    }

    /** Reads an array whose elements are never null. */
    static final class ListReader<T> implements ValueReader<List<T>> {
        private final ValueReader<T> element;

        private ListReader(ValueReader<T> element) {
            this.element = element;
        }

        @Override
        public List<T> read(JsonParser parser) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw wrong();
            }
            List<T> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(readElement(parser, list.size()));
            }
            return list;
        }

        private T readElement(JsonParser parser, int index) {
            try {
                T value = parser.currentToken() == JsonToken.VALUE_NULL ? null : element.read(parser);
                if (value == null) {
                    throw wrong();
                }
                return value;
            } catch (WrongValueException wrong) {
                throw wrong.in("[" + index + "]");
            }
        }
    }
}
