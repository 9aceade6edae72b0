package com.devpayr.testkit.platform;

import com.devpayr.testkit.model.Scope;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An API key, of which only the hash and a recognisable beginning are kept. */
public final class ApiKeyRow extends Row {
    /** Whose it is. */
    public final AccountRow owner;

    final String hash;

    /** What its owner calls it. */
    public String name = "";

    /** The beginning of its value. */
    public String prefix = "";

    /** The only project that it is for; null for all of its owner's. */
    public @Nullable Long projectId;

    /** What it may do. */
    public SortedSet<Scope> scopes = new TreeSet<>(Scope.all());

    /** When it ends; null for never. */
    public @Nullable Instant expiresAt;

    /** When it was last admitted; null for never. */
    public @Nullable Instant lastUsedAt;

    /** Whether it was taken back. */
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

    /** Whether it is admitted at a time. */
    public boolean isValid(Instant now) {
        return !isRevoked && (expiresAt == null || expiresAt.isAfter(now));
    }
}
