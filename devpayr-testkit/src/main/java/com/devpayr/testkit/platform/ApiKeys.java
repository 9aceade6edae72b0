package com.devpayr.testkit.platform;

import com.devpayr.testkit.model.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** API keys, as DevPayr's dashboard handles them. A key's value is known to its creator alone; here its hash is kept. */
final class ApiKeys {
    private static final int SHOWN = 12;

    private final Store store;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

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

    /** A row for a value that is known. */
    ApiKeyRow add(AccountRow owner, String name, String value) {
        ApiKeyRow row = new ApiKeyRow(store.keys.nextId(), clock.instant(), owner, ApiKeyAuthorizer.hash(value));
        row.name = name;
        row.prefix = value.substring(0, Math.min(SHOWN, value.length() / 2));
        store.keys.save(row);
        return row;
    }

    /** A successor that may do the same; the old value ends after an overlap. */
    IssuedKey rotate(ApiKeyRow old, Duration overlap) {
        IssuedKey successor = create(old.owner, old.name, old.projectId, old.scopes, old.expiresAt);
        Instant end = clock.instant().plus(overlap);
        if (old.expiresAt == null || end.isBefore(old.expiresAt)) {
            old.expiresAt = end;
        }
        return successor;
    }

    /** As the platform's keys look; clients must not read anything in it. */
    private String newValue(AccountRow owner, @Nullable Long projectId) {
        byte[] random = new byte[16];
        chance.nextBytes(random);
        return (projectId == null ? "gk_" : "pk_") + owner.id + "_"
                + clock.instant().getEpochSecond() + "_" + HexFormat.of().formatHex(random);
    }
}
