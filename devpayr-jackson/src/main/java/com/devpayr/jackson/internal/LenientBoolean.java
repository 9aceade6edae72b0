package com.devpayr.jackson.internal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Deserializes booleans in all forms that DevPayr uses: {@code true}, {@code 1}, {@code "1"}, {@code "true"}, {@code "on"},
 * {@code "yes"} and their opposites.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
final class LenientBoolean extends StdDeserializer<Boolean> {
    private final @Nullable Boolean whenMissing;

    /**
     * Creates a deserializer.
     *
     * @param whenMissing value of an absent or null field
     */
    LenientBoolean(@Nullable Boolean whenMissing) {
        super(Boolean.class);
        this.whenMissing = whenMissing;
    }

    @Override
    public @Nullable Boolean getNullValue(DeserializationContext context) {
        return whenMissing;
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        Boolean read = null;
        if (token == JsonToken.VALUE_NUMBER_INT) {
            read = ofNumber(parser.getIntValue());
        } else if (token == JsonToken.VALUE_STRING) {
            read = ofWord(parser.getString());
        }
        return read == null ? (Boolean) context.handleUnexpectedToken(boolean.class, parser) : read;
    }

    private static @Nullable Boolean ofNumber(int number) {
        return switch (number) {
            case 1 -> true;
            case 0 -> false;
            default -> null;
        };
    }

    private static @Nullable Boolean ofWord(String word) {
        return switch (word) {
            case "1", "true", "on", "yes" -> true;
            case "0", "false", "off", "no" -> false;
            default -> null;
        };
    }
}
