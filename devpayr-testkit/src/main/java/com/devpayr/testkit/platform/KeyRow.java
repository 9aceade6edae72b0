package com.devpayr.testkit.platform;

import com.devpayr.testkit.model.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key, of which only the hash is kept. */
final class KeyRow {
    final AccountRow owner;
    final Set<Scope> scopes;

    /** The only project that it is for; null for all of its owner's. */
    final @Nullable Long projectId;

    private final @Nullable Instant expiresAt;

    KeyRow(AccountRow owner, @Nullable Long projectId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        this.owner = owner;
        this.projectId = projectId;
        this.scopes = Set.copyOf(scopes);
        this.expiresAt = expiresAt;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
