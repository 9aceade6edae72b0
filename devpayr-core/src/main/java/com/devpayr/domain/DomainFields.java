package com.devpayr.domain;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.RequestBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of a domain have in common. */
abstract class DomainFields {
    /** The fields with methods that the builders have in common. */
    static final KnownFields KNOWN = KnownFields.of("is_primary", "is_verified", "is_locked", "has_paid", "is_active");

    final RequestBody body;

    DomainFields(RequestBody body) {
        this.body = body;
    }

    /** Returns whether the domain is the primary domain of its project, or null if not set. */
    public @Nullable Boolean isPrimary() {
        return body.value("is_primary", Boolean.class);
    }

    /** Returns whether the vendor has proven to own the domain, or null if not set. */
    public @Nullable Boolean isVerified() {
        return body.value("is_verified", Boolean.class);
    }

    /** Returns whether the domain is locked, or null if not set. */
    public @Nullable Boolean isLocked() {
        return body.value("is_locked", Boolean.class);
    }

    /** Returns whether the domain has been paid for, or null if not set. */
    public @Nullable Boolean hasPaid() {
        return body.value("has_paid", Boolean.class);
    }

    /** Returns whether applications may run on the domain, or null if not set. */
    public @Nullable Boolean isActive() {
        return body.value("is_active", Boolean.class);
    }

    /** Returns the fields that this version of the library does not know, by their names in JSON; unmodifiable. */
    public Map<String, @Nullable Object> extra() {
        return body.extra();
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a draft and an update with the same fields are not equal
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((DomainFields) other).body.equals(body);
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

        /** Sets whether the domain is the primary domain of its project. It replaces the current primary domain. */
        public B isPrimary(boolean isPrimary) {
            body.set("is_primary", isPrimary);
            return self();
        }

        /** Sets whether the vendor has proven to own the domain. */
        public B isVerified(boolean isVerified) {
            body.set("is_verified", isVerified);
            return self();
        }

        /** Sets whether the domain is locked. */
        public B isLocked(boolean isLocked) {
            body.set("is_locked", isLocked);
            return self();
        }

        /** Sets whether the domain has been paid for. */
        public B hasPaid(boolean hasPaid) {
            body.set("has_paid", hasPaid);
            return self();
        }

        /** Sets whether applications may run on the domain. */
        public B isActive(boolean isActive) {
            body.set("is_active", isActive);
            return self();
        }
    }
}
