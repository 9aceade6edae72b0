package com.devpayr.jackson;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the complete body of a successful response. */
interface BodyReader {
    /** Returns the result of the service method; null if it returns nothing. */
    @Nullable
    Object read(JsonParser parser);

    /** Returns a reader for the return type of a service method. */
    static BodyReader of(JsonMapper mapper, Type type) {
        return type == void.class || type == Void.class ? BodyReader::skip : EnvelopeReader.of(mapper, type);
    }

    /** Skips the body of a response without a result. It may be absent, an object or an array, but nothing else. */
    private static @Nullable Object skip(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        if (first != JsonToken.START_ARRAY) {
            MalformedResponseException.requireToken(JsonToken.START_OBJECT, first, "the body");
        }
        parser.skipChildren();
        MalformedResponseException.requireEnd(parser);
        return null;
    }
}
