package com.devpayr.testkit.internal.platform;

import java.time.Instant;

/** The base class of stored rows. They are only accessed under the platform's lock. */
public abstract class Row {
    /** The id, 1 or more. */
    public final long id;

    final Instant createdAt;
    Instant updatedAt;

    Row(long id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Returns the id of the parent. */
    abstract long parentId();

    /** Returns a name that is unique in the table. */
    abstract String uniqueName();
}
