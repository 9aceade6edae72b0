package com.devpayr.jackson.internal;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Serializes a type of the model as a JSON string. */
final class StringSerializer<T> extends StdSerializer<T> {
    private final Function<T, String> text;

    StringSerializer(Class<T> type, Function<T, String> text) {
        super(type);
        this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        generator.writeString(text.apply(value));
    }
}
