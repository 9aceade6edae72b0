package com.devpayr.jackson.internal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Deserializes a list of strings from an array or comma-separated text. Null and absence are an empty list. */
final class LenientStringList extends StdDeserializer<List<String>> {
    LenientStringList() {
        super(List.class);
    }

    @Override
    public List<String> deserialize(JsonParser parser, DeserializationContext context) {
        List<String> texts = new ArrayList<>();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            addParts(parser.getString(), texts);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    context.handleUnexpectedToken(String.class, parser);
                }
                texts.add(parser.getString());
            }
        } else {
            context.handleUnexpectedToken(List.class, parser);
        }
        return texts;
    }

    /** Adds the parts of comma-separated text. Does without {@code String.split}, which allocates a list and an array. */
    private static void addParts(String joined, List<String> texts) {
        int start = 0;
        for (int comma = joined.indexOf(','); comma >= 0; comma = joined.indexOf(',', start)) {
            addPart(joined.substring(start, comma), texts);
            start = comma + 1;
        }
        addPart(joined.substring(start), texts);
    }

    private static void addPart(String part, List<String> texts) {
        if (!part.isBlank()) {
            texts.add(part.strip());
        }
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return List.of();
    }
}
