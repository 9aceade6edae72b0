package com.devpayr.domain;

import com.devpayr.internal.wire.Fields;

/** The fields that a draft and an update of a domain share. */
abstract class DomainFields<B extends DomainFields<B>> extends Fields.Builder<B> {
    /** Whether it is the project's first; the present one then no longer is. */
    public B isPrimary(boolean isPrimary) {
        return set("is_primary", isPrimary);
    }

    /** Whether the vendor has proven to own it. */
    public B isVerified(boolean isVerified) {
        return set("is_verified", isVerified);
    }

    /** Whether it is locked. */
    public B isLocked(boolean isLocked) {
        return set("is_locked", isLocked);
    }

    /** Whether it has been paid for. */
    public B hasPaid(boolean hasPaid) {
        return set("has_paid", hasPaid);
    }

    /** Whether copies may run there. */
    public B isActive(boolean isActive) {
        return set("is_active", isActive);
    }
}
