package com.devpayr.jackson.internal;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the complete body of a successful response. */
interface BodyReader {
    /** Returns the result of the service's method. */
    @Nullable
    Object read(JsonParser parser);

    /** Returns the reader for the return type of a method. */
    static BodyReader of(JsonMapper mapper, Type type) {
        return type == void.class || type == Void.class ? BodyReader::nothing : EnvelopeReader.of(mapper, type);
    }

    /** Accepts an empty body, an object or an array as the result of a state change or deletion. */
    private static @Nullable Object nothing(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        if (first != JsonToken.START_ARRAY) {
            MalformedResponseException.unless(JsonToken.START_OBJECT, first, "the body");
        }
        parser.skipChildren();
        MalformedResponseException.ifMoreContent(parser);
        return null;
    }
}
