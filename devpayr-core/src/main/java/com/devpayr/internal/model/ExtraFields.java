package com.devpayr.internal.model;

import com.devpayr.error.InvalidRequestException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that the library does not know, by their names in JSON. A resource without them shares one empty map. */
public final class ExtraFields {
    /** The depth at which a map that contains itself is reported; deeper values do not fit into a response either. */
    private static final int MAX_DEPTH = 100;

    private ExtraFields() {}

    /** Adds a field to the fields of a builder, and returns them. The empty map is replaced by one that can be changed. */
    public static Map<String, @Nullable Object> add(
            Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        Map<String, @Nullable Object> changeable = fields.isEmpty() ? new LinkedHashMap<>() : fields;
        changeable.put(name, value);
        return changeable;
    }

    /** Returns an unmodifiable copy. */
    public static Map<String, @Nullable Object> copyOf(Map<String, @Nullable Object> fields) {
        return fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Returns an unmodifiable copy of a value that JSON can represent.
     *
     * @param name name of the field, for exceptions
     * @throws InvalidRequestException if JSON cannot represent the value
     */
    static @Nullable Object requireJson(String name, @Nullable Object value) {
        return copy(name, value, MAX_DEPTH);
    }

    private static @Nullable Object copy(String name, @Nullable Object value, int depth) {
        if (depth == 0) {
            throw new InvalidRequestException(
                    name, "has a value that is nested more than " + MAX_DEPTH + " levels deep");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(text(name, key), copy(name, element, depth - 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(name, element, depth - 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
            return value;
        }
        throw notJson(name, value);
    }

    private static String text(String name, @Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw notJson(name, key);
    }

    private static boolean isNumber(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue());
        }
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }

    private static InvalidRequestException notJson(String name, @Nullable Object value) {
        String type = value == null ? "null as a key" : "a " + value.getClass().getSimpleName();
        return new InvalidRequestException(
                name,
                "contains " + type
                        + ", which is not JSON; use String, Boolean, finite numbers, List, Map with String keys"
                        + " and null");
    }
}
