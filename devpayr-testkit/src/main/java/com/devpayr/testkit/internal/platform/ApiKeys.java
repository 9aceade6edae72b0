package com.devpayr.testkit.internal.platform;

import com.devpayr.testkit.model.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates API keys as DevPayr's dashboard does. Only a hash of the value is stored. */
final class ApiKeys {
    private static final int PREFIX_LENGTH = 12;

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    IssuedKey create(
            AccountRow owner, String name, @Nullable Long projectId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        if (projectId == null && !owner.allowsGlobalKeys) {
            throw new ErrorResponseException(403, "Your plan does not allow global API keys.");
        }
        String value = newValue(owner, projectId);
        ApiKeyRow row = add(owner, name, value);
        row.projectId = projectId;
        row.scopes = new TreeSet<>(scopes);
        row.expiresAt = expiresAt;
        return new IssuedKey(value, row.id);
    }

    /** Adds a key with a given value. */
    ApiKeyRow add(AccountRow owner, String name, String value) {
        ApiKeyRow row = new ApiKeyRow(store.keys.nextId(), clock.instant(), owner, ApiKeyAuthorizer.hash(value));
        row.name = name;
        row.prefix = value.substring(0, Math.min(PREFIX_LENGTH, value.length() / 2));
        store.keys.save(row);
        return row;
    }

    /** Creates a key with the same permissions. The old key expires after the overlap. */
    IssuedKey rotate(ApiKeyRow old, Duration overlap) {
        IssuedKey successor = create(old.owner, old.name, old.projectId, old.scopes, old.expiresAt);
        Instant end = clock.instant().plus(overlap);
        if (old.expiresAt == null || end.isBefore(old.expiresAt)) {
            old.expiresAt = end;
        }
        return successor;
    }

    /** Returns a value in the format of the platform's keys, which clients must treat as opaque. */
    private String newValue(AccountRow owner, @Nullable Long projectId) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return (projectId == null ? "gk_" : "pk_") + owner.id + "_"
                + clock.instant().getEpochSecond() + "_" + HexFormat.of().formatHex(bytes);
    }
}
