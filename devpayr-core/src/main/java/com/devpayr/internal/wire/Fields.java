package com.devpayr.internal.wire;

import com.devpayr.injectable.Upload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a create or an update holds: the fields that were set, and no other. A field that was cleared is
 * present with a null value.
 *
 * <p>Values are the core's own types ({@link java.time.Instant}, {@code Secret}, open value types, text, numbers,
 * booleans, maps and lists of these); turning them into JSON or a form is the adapters' work.
 */
public abstract class Fields {
    private final Map<String, @Nullable Object> values;

    /** Takes what a builder gathered. */
    protected Fields(Builder<?> builder) {
        this(new LinkedHashMap<>(builder.values));
    }

    private Fields(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** A body without fields: an empty object. */
    public static Fields none() {
        return None.INSTANCE;
    }

    /** The fields by the wire's names, in the order in which they were set; unmodifiable. */
    public final Map<String, @Nullable Object> values() {
        return values;
    }

    /** The file among them, null when there is none; a body with a file travels as a form instead of JSON. */
    public final @Nullable Upload upload() {
        for (Object value : values.values()) {
            if (value instanceof Upload file) {
                return file;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a draft and an update with the same fields are not the same
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((Fields) other).values.equals(values);
    }

    @Override
    public final int hashCode() {
        return values.hashCode();
    }

    /** The type's name and its fields, without an injectable's plaintext; secret values mask themselves. */
    @Override
    public final String toString() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(values);
        shown.replace("content", "****");
        return getClass().getSimpleName() + shown;
    }

    private static final class None extends Fields {
        static final None INSTANCE = new None();

        private None() {
            super(Map.of());
        }
    }

    /**
     * Gathers fields.
     *
     * @param <B> the concrete builder
     */
    public abstract static class Builder<B extends Builder<B>> {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        /** For subclasses. */
        protected Builder() {}

        /** This builder as what it is. */
        protected abstract B self();

        /** Sets a field, in place of what it was set to before. */
        protected final B set(String name, Object value) {
            values.put(name, Preconditions.present(name, value));
            return self();
        }

        /** Sets a field to null. */
        protected final B clear(String name) {
            values.put(name, null);
            return self();
        }
    }
}
