package com.devpayr.jackson;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole body of a success. */
interface BodyReader {
    /** What a port's method returns. */
    @Nullable
    Object read(JsonParser parser);

    /** The reader for a method's return type. */
    static BodyReader of(JsonMapper mapper, Type type) {
        return type == void.class || type == Void.class ? BodyReader::nothing : EnvelopeReader.of(mapper, type);
    }

    /** After a state change or a deletion the body may be absent, an object or an array, but no other thing. */
    private static @Nullable Object nothing(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return null;
        }
        if (first != JsonToken.START_ARRAY) {
            MalformedResponseException.unless(JsonToken.START_OBJECT, first, "the body");
        }
        parser.skipChildren();
        MalformedResponseException.ifMoreFollows(parser);
        return null;
    }
}
