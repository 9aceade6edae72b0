package com.devpayr.jackson;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Serializes a model type as a JSON string. */
final class StringSerializer<T> extends StdSerializer<T> {
    private final Function<T, String> converter;

    StringSerializer(Class<T> type, Function<T, String> converter) {
        super(type);
        this.converter = converter;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        generator.writeString(converter.apply(value));
    }
}
