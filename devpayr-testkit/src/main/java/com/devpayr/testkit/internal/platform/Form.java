package com.devpayr.testkit.internal.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Validates the fields of a body and writes them when all are valid. A field that is absent from an update is left
 * unchanged.
 *
 * <pre>{@code
 * form.text("title", 255).required().must(this::isFree, "has already been taken").into(title -> row.title = title);
 * form.submit();
 * }</pre>
 */
public final class Form {
    private final Map<String, @Nullable Object> input;
    private final boolean creating;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();
    private final List<Runnable> writes = new ArrayList<>();

    private Form(Map<String, @Nullable Object> input, boolean creating) {
        this.input = input;
        this.creating = creating;
    }

    /** Returns a form for creating a resource. */
    public static Form forCreate(Map<String, @Nullable Object> input) {
        return new Form(input, true);
    }

    /** Returns a form for updating a resource. */
    public static Form forUpdate(Map<String, @Nullable Object> input) {
        return new Form(input, false);
    }

    /** Returns whether the body contains a value. */
    boolean contains(String name) {
        return value(name) != null;
    }

    /** Returns a field of any type. */
    public <T> Field<T> field(String name, FieldParsers.Parser<T> parser) {
        return new Field<>(name, parser);
    }

    /** Returns a string field with a maximum length in characters. */
    public Field<String> text(String name, int maxLength) {
        return field(name, FieldParsers::text)
                .must(
                        text -> text.codePointCount(0, text.length()) <= maxLength,
                        "must not be greater than " + maxLength + " characters");
    }

    /** Returns a string field that must be a URL of HTTP or HTTPS. */
    public Field<String> url(String name) {
        return field(name, FieldParsers::text).must(FieldParsers::isUrl, "must be a valid URL");
    }

    /** Returns a boolean field in any of the accepted forms. */
    public Field<Boolean> flag(String name) {
        return field(name, FieldParsers::flag);
    }

    /** Returns an integer field that must be 0 or more. */
    public Field<Integer> limit(String name) {
        return field(name, FieldParsers::integer).must(limit -> limit >= 0, "must be at least 0");
    }

    /** Returns a string field with a set of allowed values. */
    public Field<String> choice(String name, List<String> choices) {
        return field(name, FieldParsers::text).must(choices::contains, "is invalid");
    }

    /** Adds an error for a field. */
    void addError(String name, String error) {
        errors.computeIfAbsent(name, unseen -> new ArrayList<>())
                .add("The " + name.replace('_', ' ') + " field " + error + ".");
    }

    /**
     * Writes all fields if there are no errors.
     *
     * @throws ErrorResponseException 422 if a field is invalid; none is written then
     */
    public void submit() {
        if (!errors.isEmpty()) {
            throw ErrorResponseException.invalid(errors);
        }
        writes.forEach(Runnable::run);
    }

    /** The platform's framework treats an empty string as null. */
    private @Nullable Object value(String name) {
        Object value = input.get(name);
        return "".equals(value) ? null : value;
    }

    /** A field. Only its first error is reported. */
    public final class Field<T> {
        private final String name;
        private final boolean given;
        private final @Nullable T value;
        private boolean required;
        private boolean invalid;

        private Field(String name, FieldParsers.Parser<T> parser) {
            this.name = name;
            this.given = input.containsKey(name);
            Object raw = value(name);
            this.value = raw == null ? null : parser.parse(raw);
            if (raw != null && value == null) {
                reject("has the wrong type or format");
            }
        }

        /** Requires a value in a create and forbids clearing it in an update. */
        public Field<T> required() {
            required = true;
            return requiredWhen(creating || given);
        }

        Field<T> requiredWhen(boolean needed) {
            if (needed && value == null && !invalid) {
                reject("is required");
            }
            return this;
        }

        /** Adds an error unless the value satisfies a rule. */
        public Field<T> must(Predicate<T> rule, String error) {
            if (value != null && !invalid && !rule.test(value)) {
                reject(error);
            }
            return this;
        }

        /** Writes the value if it is present and not null. */
        public void into(Consumer<T> target) {
            T written = value;
            if (written != null) {
                writes.add(() -> target.accept(written));
            }
        }

        /** Writes the value if it is present, including null. */
        public void intoNullable(Consumer<@Nullable T> target) {
            if (given && !required) {
                writes.add(() -> target.accept(value));
            }
        }

        private void reject(String error) {
            invalid = true;
            addError(name, error);
        }
    }
}
