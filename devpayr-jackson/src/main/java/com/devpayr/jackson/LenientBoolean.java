package com.devpayr.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Deserializes a boolean from {@code true}, {@code 1}, or one of the strings {@code "1"}, {@code "true"}, {@code "on"} and
 * {@code "yes"}, and their opposites.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport and Projects.
 */
final class LenientBoolean extends StdDeserializer<Boolean> {
    private final @Nullable Boolean whenMissing;

    /**
     * Creates a deserializer.
     *
     * @param whenMissing the value of an absent or null field
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
            read = ofString(parser.getString());
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

    private static @Nullable Boolean ofString(String text) {
        return switch (text) {
            case "1", "true", "on", "yes" -> true;
            case "0", "false", "off", "no" -> false;
            default -> null;
        };
    }
}
