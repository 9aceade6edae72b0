package com.devpayr.jackson.internal;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the complete body of a successful response. */
interface BodyReader {
    /** Returns the result of a method of a service. */
    @Nullable
    Object read(JsonParser parser);

    /** Returns the reader for the return type of a method. */
    static BodyReader of(Type type) {
        return type == void.class || type == Void.class ? BodyReader::nothing : EnvelopeReader.of(type);
    }

    /** Accepts no body, an object or an array after a state change or a deletion. */
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
