package com.devpayr.internal.model;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names and values of an object's fields, listed once for {@code equals}, {@code hashCode} and {@code toString}.
 *
 * <pre>{@code
 * FieldValues.of("id", id, "title", title).toString("License"); // License[id=12, title=Pro]
 * }</pre>
 */
public final class FieldValues {
    private final @Nullable Object[] namesAndValues;

    private FieldValues(@Nullable Object[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /**
     * Creates the list of fields.
     *
     * @param namesAndValues name and value of each field in turn
     */
    public static FieldValues of(@Nullable Object... namesAndValues) {
        return new FieldValues(namesAndValues);
    }

    /** Returns a copy with fields that the library does not know, of which only the names are shown. */
    public FieldValues withExtra(Map<String, @Nullable Object> extra) {
        if (extra.isEmpty()) {
            return this;
        }
        @Nullable Object[] more = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
        more[namesAndValues.length] = "extra";
        more[namesAndValues.length + 1] = new Extra(extra);
        return new FieldValues(more);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldValues that && Arrays.equals(namesAndValues, that.namesAndValues);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(namesAndValues);
    }

    /** Returns the fields in the form of a record's {@code toString}. Secret values mask themselves. */
    public String toString(String type) {
        StringBuilder text = new StringBuilder(type).append('[');
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text.append(i == 0 ? "" : ", ")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(namesAndValues[i + 1]);
        }
        return text.append(']').toString();
    }

    /** Compares the fields and shows their names, since a value may be a secret. */
    private record Extra(Map<String, @Nullable Object> fields) {
        @Override
        public String toString() {
            return fields.keySet().toString();
        }
    }
}
