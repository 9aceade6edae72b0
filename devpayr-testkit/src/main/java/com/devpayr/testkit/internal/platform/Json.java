package com.devpayr.testkit.internal.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON as maps and lists. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** Returns an object with alternating names and values, in that order. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** Serializes a value. */
    public static byte[] bytes(@Nullable Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Parses an object from a body. An empty body and {@code []}, which PHP clients send, are empty objects.
     *
     * @throws ErrorResponseException 400 if it is anything else
     */
    public static Map<String, @Nullable Object> body(byte[] body) {
        Object value = parse(body);
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((name, field) -> object.put(String.valueOf(name), field));
            return object;
        }
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            return new LinkedHashMap<>();
        }
        throw new ErrorResponseException(400, "The body must be a JSON object.");
    }

    /** Parses an object from a string; null if it contains none. */
    static @Nullable Map<?, ?> objectIn(String text) {
        try {
            return MAPPER.readValue(text, Object.class) instanceof Map<?, ?> map ? map : null;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** PHP writes an empty object as an empty array. */
    static Object phpObject(Map<String, @Nullable Object> object) {
        return object.isEmpty() ? new ArrayList<>() : object;
    }

    private static @Nullable Object parse(byte[] body) {
        try {
            return body.length == 0 ? null : MAPPER.readValue(body, Object.class);
        } catch (JacksonException malformed) {
            throw new ErrorResponseException(400, "The body is not JSON.");
        }
    }
}
