package com.devpayr.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * {@code true}, {@code 1}, {@code "1"} and their opposites, as the contract's section 1 lists them, and the other words
 * that section 3 counts as booleans.
 */
final class LenientBoolean extends StdDeserializer<Boolean> {
    private final @Nullable Boolean whenMissing;

    /** @param whenMissing what an absent or null field is */
    LenientBoolean(@Nullable Boolean whenMissing) {
        super(Boolean.class);
        this.whenMissing = whenMissing;
    }

    @Override
    public @Nullable Boolean getNullValue(DeserializationContext context) {
        return whenMissing;
    }

    @Override
    public @Nullable Boolean getAbsentValue(DeserializationContext context) {
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
