package com.devpayr.domain;

import com.devpayr.internal.model.RequestBody;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of a domain have in common. */
abstract class DomainFields {
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

        Builder() {}

        abstract B self();

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
