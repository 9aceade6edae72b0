package com.devpayr.jackson.internal;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Deserializes a type of the model from a JSON string. */
final class StringDeserializer<T> extends StdDeserializer<T> {
    private final Function<String, T> constructor;

    StringDeserializer(Class<T> type, Function<String, T> constructor) {
        super(type);
        this.constructor = constructor;
    }

    @Override
    @SuppressWarnings("unchecked") // the context returns the handled type
    public T deserialize(JsonParser parser, DeserializationContext context) {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? constructor.apply(parser.getString())
                : (T) context.handleUnexpectedToken(handledType(), parser);
    }
}
