package com.devpayr.testkit;

import com.devpayr.testkit.ApiKeyBuilder.CreatedKey;
import com.devpayr.testkit.internal.platform.ApiKeyRow;
import com.devpayr.testkit.internal.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API key of an {@link InMemoryDevPayr}, without its value. */
public final class FakeApiKey {
    private final Platform platform;
    private final long id;

    FakeApiKey(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Returns the name. */
    public String name() {
        return read(key -> key.name);
    }

    /** Returns the first characters of the value. */
    public String prefix() {
        return read(key -> key.prefix);
    }

    /** Returns the time of the last accepted request; null if there was none. */
    public @Nullable Instant lastUsedAt() {
        return platform.view(data -> data.key(id).lastUsedAt);
    }

    /** Revokes the key. */
    public FakeApiKey revoke() {
        platform.change(data -> data.key(id).isRevoked = true);
        return this;
    }

    /** Deletes the key. */
    public void delete() {
        platform.change(data -> data.delete(data.key(id)));
    }

    /** Creates a key with the same permissions. This key expires after the overlap. */
    public CreatedKey rotate(Duration overlap) {
        return CreatedKey.of(platform, platform.update(data -> data.rotate(data.key(id), overlap)));
    }

    private <T> T read(Function<ApiKeyRow, T> reading) {
        return platform.view(data -> reading.apply(data.key(id)));
    }
}
