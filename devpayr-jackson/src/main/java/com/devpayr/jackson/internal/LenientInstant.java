package com.devpayr.jackson.internal;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Deserializes a timestamp, or a date as the start of that day in UTC. */
final class LenientInstant extends StdDeserializer<Instant> {
    LenientInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getString();
        try {
            return WireTimestamps.read(text);
        } catch (DateTimeException invalid) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
        }
    }
}
