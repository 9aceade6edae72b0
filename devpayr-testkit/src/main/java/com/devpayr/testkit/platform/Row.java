package com.devpayr.testkit.platform;

import java.time.Instant;

/** What every stored thing has. Rows are read and written under the platform's lock only. */
public abstract class Row {
    /** Its number, 1 or more. */
    public final long id;

    final Instant createdAt;
    Instant updatedAt;

    Row(long id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** The number of what it belongs to. */
    abstract long parentId();

    /** What no other row of its table may have. */
    abstract String uniqueName();
}
