package com.devpayr.testkit.internal.platform;

import com.devpayr.testkit.model.Scope;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A stored API key: its hash and the first characters of its value. */
public final class ApiKeyRow extends Row {
    /** Returns the parent. */
    public final AccountRow owner;

    final String hash;

    /** Returns the name. */
    public String name = "";

    /** The first characters of its value. */
    public String prefix = "";

    /** The id of the only project that it gives access to; null for all projects of the owner. */
    public @Nullable Long projectId;

    /** The scopes. */
    public SortedSet<Scope> scopes = new TreeSet<>(Scope.all());

    /** The expiry; null for none. */
    public @Nullable Instant expiresAt;

    /** The time of the last accepted request; null if there was none. */
    public @Nullable Instant lastUsedAt;

    /** True if it is revoked. */
    public boolean isRevoked;

    ApiKeyRow(long id, Instant createdAt, AccountRow owner, String hash) {
        super(id, createdAt);
        this.owner = owner;
        this.hash = hash;
    }

    @Override
    long parentId() {
        return owner.id;
    }

    @Override
    String uniqueName() {
        return hash;
    }

    /** Returns whether it is neither revoked nor expired at a time. */
    public boolean isValid(Instant now) {
        return !isRevoked && (expiresAt == null || expiresAt.isAfter(now));
    }
}
