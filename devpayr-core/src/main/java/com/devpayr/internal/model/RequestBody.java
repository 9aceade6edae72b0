package com.devpayr.internal.model;

import com.devpayr.error.InvalidRequestException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a create or update request by their names in JSON. Only fields that were set are present; a cleared
 * field is present with the value null.
 *
 * <p>Values are the core's own types ({@link java.time.Instant}, {@code Secret}, open value types, text, numbers,
 * booleans, maps and lists of these). Adapters turn them into JSON or a form.
 */
public final class RequestBody {
    private static final RequestBody EMPTY = new RequestBody(Map.of(), Set.of());
    private static final String MASK = "****";

    private final Map<String, @Nullable Object> values;
    private final Set<String> extraNames;

    private RequestBody(Map<String, @Nullable Object> values, Set<String> extraNames) {
        this.values = Collections.unmodifiableMap(values);
        this.extraNames = extraNames;
    }

    /** Returns a body without fields: an empty object. */
    public static RequestBody empty() {
        return EMPTY;
    }

    /** Returns a builder for a body without fields so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the fields in the order in which they were first set; unmodifiable. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** Returns the fields that the library does not know; unmodifiable. */
    public Map<String, @Nullable Object> extra() {
        if (extraNames.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable Object> extra = new LinkedHashMap<>(values);
        extra.keySet().retainAll(extraNames);
        return Collections.unmodifiableMap(extra);
    }

    /**
     * Returns the value of a field, or null if the field is not set or cleared.
     *
     * @throws ClassCastException if the value is of another type
     */
    public <T> @Nullable T value(String name, Class<T> type) {
        return type.cast(values.get(name));
    }

    /** Returns whether a field is present with the value null. */
    public boolean isCleared(String name) {
        return values.containsKey(name) && values.get(name) == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RequestBody that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns the fields with the plaintext of an injectable and extra fields masked; secret values mask themselves. */
    @Override
    public String toString() {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(values);
        shown.replace("content", MASK);
        extraNames.forEach(name -> shown.replace(name, MASK));
        return shown.toString();
    }

    /** Builder for {@link RequestBody}. */
    public static final class Builder {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private Set<String> extraNames = Set.of();

        private Builder() {}

        /**
         * Sets a field and replaces its previous value.
         *
         * @throws InvalidRequestException if the value is null
         */
        public Builder set(String name, @Nullable Object value) {
            values.put(name, Preconditions.present(name, value));
            return this;
        }

        /** Sets a field to null. */
        public Builder clear(String name) {
            values.put(name, null);
            return this;
        }

        /**
         * Sets a field that the library does not know.
         *
         * @param known the fields that the library knows
         * @param value value that JSON can represent; copied
         * @throws InvalidRequestException if the library knows the field, or JSON cannot represent the value
         */
        public Builder extra(KnownFields known, String name, @Nullable Object value) {
            known.requireUnknown(name);
            values.put(name, ExtraFields.requireJson(name, value));
            extraNames = new HashSet<>(extraNames);
            extraNames.add(name);
            return this;
        }

        /**
         * Checks that a field is set.
         *
         * @param remedy method of the draft's builder that sets the field
         * @throws InvalidRequestException if the field is not set
         */
        public Builder require(String name, String remedy) {
            if (values.get(name) == null) {
                throw new InvalidRequestException(name, "is not set; call " + remedy);
            }
            return this;
        }

        /**
         * Checks that a field is not set.
         *
         * @param reason reason why the field must not be set
         * @throws InvalidRequestException if the field is set
         */
        public Builder forbid(String name, String reason) {
            if (values.get(name) != null) {
                throw new InvalidRequestException(name, "must not be set; " + reason);
            }
            return this;
        }

        /** Returns the body. Later changes of the builder do not affect it. */
        public RequestBody build() {
            return new RequestBody(new LinkedHashMap<>(values), extraNames);
        }
    }
}
