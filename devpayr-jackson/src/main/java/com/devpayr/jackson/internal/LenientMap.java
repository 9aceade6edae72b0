package com.devpayr.jackson.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Deserializes an object. {@code []}, null and absence are an empty map, since PHP writes empty objects as arrays. */
final class LenientMap extends StdDeserializer<Map<String, @Nullable Object>> {
    LenientMap() {
        super(Map.class);
    }

    @Override
    public Map<String, @Nullable Object> deserialize(JsonParser parser, DeserializationContext context) {
        boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
        if (isArray && parser.nextToken() == JsonToken.END_ARRAY) {
            return Map.of();
        }
        if (isArray || parser.currentToken() != JsonToken.START_OBJECT) {
            context.handleUnexpectedToken(Map.class, parser);
        }
        return context.readValue(
                parser, context.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Object.class));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Map.of();
    }
}
