package com.devpayr.injectable;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of an injectable have in common. */
abstract class InjectableFields {
    /** Maximum size of a file, in bytes. */
    private static final long MAX_FILE_SIZE = 5L * 1024 * 1024;

    /** The fields with methods that the builders have in common. */
    static final KnownFields KNOWN = KnownFields.of(
            "title", "slug", "validate_endpoint", "only_if_paid", "is_active", "target_path", "content", "file");

    final RequestBody body;

    InjectableFields(RequestBody body) {
        this.body = body;
    }

    /** Returns the title, or null if not set. */
    public @Nullable String title() {
        return body.value("title", String.class);
    }

    /** Returns the name, unique in the project, or null if not set. */
    public @Nullable String slug() {
        return body.value("slug", String.class);
    }

    /** Returns the URL that validates the injectable, or null if not set. */
    public @Nullable String validateEndpoint() {
        return body.value("validate_endpoint", String.class);
    }

    /** Returns whether the injectable is delivered to paid applications only, or null if not set. */
    public @Nullable Boolean onlyIfPaid() {
        return body.value("only_if_paid", Boolean.class);
    }

    /** Returns whether the injectable is delivered at all, or null if not set. */
    public @Nullable Boolean isActive() {
        return body.value("is_active", Boolean.class);
    }

    /** Returns the plaintext that DevPayr encrypts, or null if not set. */
    public @Nullable String content() {
        return body.value("content", String.class);
    }

    /** Returns the file that DevPayr encrypts, or null if not set. */
    public @Nullable Upload file() {
        return body.value("file", Upload.class);
    }

    /** Returns the fields that this version of the library does not know, by their names in JSON; unmodifiable. */
    public Map<String, @Nullable Object> extra() {
        return body.extra();
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a draft and an update with the same fields are not equal
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((InjectableFields) other).body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + body;
    }

    /** Builder of the fields that they have in common. */
    abstract static class Builder<B extends Builder<B>> {
        final RequestBody.Builder body = RequestBody.builder();
        private final KnownFields known;

        Builder(KnownFields known) {
            this.known = known;
        }

        abstract B self();

        /**
         * Sets a field that this version of the library does not know, for example because DevPayr has added it since.
         *
         * @param name name in JSON
         * @param value String, Boolean, number, List, Map with String keys, or null; copied
         * @throws com.devpayr.error.InvalidRequestException if there is a method for the field, which the message names, or
         *     JSON cannot represent the value
         */
        public B extra(String name, @Nullable Object value) {
            body.extra(known, name, value);
            return self();
        }

        /** Sets the title. */
        public B title(String title) {
            body.set("title", title);
            return self();
        }

        /** Sets the name, unique in the project. DevPayr generates one by default. */
        public B slug(String slug) {
            body.set("slug", Preconditions.text("slug", slug));
            return self();
        }

        /** Sets the URL that validates the injectable. */
        public B validateEndpoint(String url) {
            body.set("validate_endpoint", url);
            return self();
        }

        /** Sets whether the injectable is delivered to paid applications only. */
        public B onlyIfPaid(boolean onlyIfPaid) {
            body.set("only_if_paid", onlyIfPaid);
            return self();
        }

        /** Sets whether the injectable is delivered at all. */
        public B isActive(boolean isActive) {
            body.set("is_active", isActive);
            return self();
        }

        final void setContent(String content) {
            body.set("content", Preconditions.text("content", content));
        }

        final void setFile(Upload file) {
            if (Preconditions.present("file", file).size() > MAX_FILE_SIZE) {
                throw new InvalidRequestException(
                        "file", "has " + file.size() + " bytes but DevPayr accepts at most " + MAX_FILE_SIZE);
            }
            body.set("file", file);
        }
    }
}
