package com.devpayr.jackson.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads an object of the model. A subclass declares the fields and creates the object of their values; other fields are
 * skipped.
 *
 * <pre>{@code
 * private final Field<String> title = field("title", ValueReaders::text);
 * }</pre>
 */
abstract class ObjectReader<T> implements ValueReader<T> {
    private final Map<String, Field<?>> fieldsByName = new HashMap<>();
    private final List<Field<?>> fields = new ArrayList<>();

    /**
     * Declares a field.
     *
     * @param name name in JSON
     */
    final <V> Field<V> field(String name, ValueReader<V> reader) {
        return add(new Field<>(name, reader, fields.size(), false));
    }

    /** Declares a field that may be absent, but not null. */
    final <V> Field<V> nonNullField(String name, ValueReader<V> reader) {
        return add(new Field<>(name, reader, fields.size(), true));
    }

    private <V> Field<V> add(Field<V> field) {
        fields.add(field);
        fieldsByName.put(field.name, field);
        return field;
    }

    /** Declares another name of a field. */
    final void alias(String name, Field<?> field) {
        fieldsByName.put(name, field);
    }

    /** Returns the names of all fields in JSON. */
    final Set<String> fieldNames() {
        return fieldsByName.keySet();
    }

    /**
     * Creates the object.
     *
     * @throws NullPointerException if a required value is missing
     * @throws IllegalArgumentException if a value is invalid; the message does not contain it
     */
    abstract T create(Values values);

    @Override
    public final T read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ValueReaders.wrong();
        }
        Values values = new Values(new Object[fields.size()]);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Field<?> field = fieldsByName.get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (field == null) {
                parser.skipChildren();
            } else {
                values.values[field.index] = read(field, value, parser);
            }
        }
        try {
            return create(values);
        } catch (NullPointerException | IllegalArgumentException invalid) {
            throw new WrongValueException(invalid.getMessage());
        }
    }

    private static @Nullable Object read(Field<?> field, JsonToken token, JsonParser parser) {
        try {
            if (token != JsonToken.VALUE_NULL) {
                return field.reader.read(parser);
            }
            if (field.rejectsNull) {
                throw ValueReaders.wrong();
            }
            return null;
        } catch (WrongValueException wrong) {
            throw wrong.in("." + field.name);
        }
    }

    /** A field of the object. */
    static final class Field<V> {
        private final String name;
        private final ValueReader<V> reader;
        private final int index;
        private final boolean rejectsNull;

        private Field(String name, ValueReader<V> reader, int index, boolean rejectsNull) {
            this.name = name;
            this.reader = reader;
            this.index = index;
            this.rejectsNull = rejectsNull;
        }
    }

    /** The values of one object. */
    static final class Values {
        private final @Nullable Object[] values;

        private Values(@Nullable Object[] values) {
            this.values = values;
        }

        /** Returns a value, or null if it is absent or null. */
        @SuppressWarnings("unchecked") // put there by the reader of the field
        <V> @Nullable V get(Field<V> field) {
            return (V) values[field.index];
        }

        <V> V get(Field<V> field, V whenMissing) {
            V value = get(field);
            return value == null ? whenMissing : value;
        }

        /** @throws NullPointerException with the name of the field if the value is absent or null */
        <V> V require(Field<V> field) {
            V value = get(field);
            if (value == null) {
                throw new NullPointerException(field.name);
            }
            return value;
        }
    }
}
