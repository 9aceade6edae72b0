package com.devpayr.testkit.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body, checked one by one. Nothing is written before all are known to be good; a field that an update
 * does not hold is left alone.
 *
 * <pre>{@code
 * form.text("title", 255).required().must(this::isFree, "has already been taken").into(title -> row.title = title);
 * form.submit();
 * }</pre>
 */
public final class Form {
    private final Map<String, @Nullable Object> input;
    private final boolean creating;
    private final Map<String, List<String>> complaints = new LinkedHashMap<>();
    private final List<Runnable> writes = new ArrayList<>();

    private Form(Map<String, @Nullable Object> input, boolean creating) {
        this.input = input;
        this.creating = creating;
    }

    /** Of a body that holds a whole thing. */
    public static Form forCreate(Map<String, @Nullable Object> input) {
        return new Form(input, true);
    }

    /** Of a body that holds what is to change. */
    public static Form forUpdate(Map<String, @Nullable Object> input) {
        return new Form(input, false);
    }

    /** Whether the body holds a value for it. */
    boolean holds(String name) {
        return value(name) != null;
    }

    /** A field of any type. */
    public <T> Field<T> field(String name, FieldParsers.Parser<T> parser) {
        return new Field<>(name, parser);
    }

    /** A text of so many characters at most. */
    public Field<String> text(String name, int maxLength) {
        return field(name, FieldParsers::text)
                .must(
                        text -> text.codePointCount(0, text.length()) <= maxLength,
                        "must not be greater than " + maxLength + " characters");
    }

    Field<String> url(String name) {
        return field(name, FieldParsers::text).must(FieldParsers::isUrl, "must be a valid URL");
    }

    /** A boolean, in any of its spellings. */
    public Field<Boolean> flag(String name) {
        return field(name, FieldParsers::flag);
    }

    /** A number of 0 or more. */
    public Field<Integer> limit(String name) {
        return field(name, FieldParsers::integer).must(limit -> limit >= 0, "must be at least 0");
    }

    /** One of several words. */
    public Field<String> choice(String name, List<String> choices) {
        return field(name, FieldParsers::text).must(choices::contains, "is invalid");
    }

    /** Complains about a field whatever it holds. */
    void complain(String name, String complaint) {
        complaints
                .computeIfAbsent(name, unseen -> new ArrayList<>())
                .add("The " + name.replace('_', ' ') + " field " + complaint + ".");
    }

    /**
     * Writes all fields.
     *
     * @throws ErrorResponseException 422 when any was refused; none is written then
     */
    public void submit() {
        if (!complaints.isEmpty()) {
            throw ErrorResponseException.invalid(complaints);
        }
        writes.forEach(Runnable::run);
    }

    /** The platform's framework takes an empty text for none. */
    private @Nullable Object value(String name) {
        Object value = input.get(name);
        return "".equals(value) ? null : value;
    }

    /** One field. The first complaint about it ends its checks. */
    public final class Field<T> {
        private final String name;
        private final boolean given;
        private final @Nullable T value;
        private boolean required;
        private boolean refused;

        private Field(String name, FieldParsers.Parser<T> parser) {
            this.name = name;
            this.given = input.containsKey(name);
            Object raw = value(name);
            this.value = raw == null ? null : parser.parse(raw);
            if (raw != null && value == null) {
                refuse("has the wrong type or format");
            }
        }

        /** It must be there in a create, and cannot be removed by an update. */
        public Field<T> required() {
            required = true;
            return requiredWhen(creating || given);
        }

        Field<T> requiredWhen(boolean needed) {
            if (needed && value == null && !refused) {
                refuse("is required");
            }
            return this;
        }

        /** It is refused with a complaint unless it obeys a rule. */
        public Field<T> must(Predicate<T> rule, String complaint) {
            if (value != null && !refused && !rule.test(value)) {
                refuse(complaint);
            }
            return this;
        }

        /** Writes it when it holds a value. */
        public void into(Consumer<T> target) {
            T written = value;
            if (written != null) {
                writes.add(() -> target.accept(written));
            }
        }

        /** Writes it when it is there, null included. */
        public void intoNullable(Consumer<@Nullable T> target) {
            if (given && !required) {
                writes.add(() -> target.accept(value));
            }
        }

        private void refuse(String complaint) {
            refused = true;
            complain(name, complaint);
        }
    }
}
