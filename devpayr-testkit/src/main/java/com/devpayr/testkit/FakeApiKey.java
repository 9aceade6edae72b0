package com.devpayr.testkit;

import com.devpayr.testkit.ApiKeyBuilder.CreatedKey;
import com.devpayr.testkit.platform.ApiKeyRow;
import com.devpayr.testkit.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An API key as its owner sees it later: never its value. */
public final class FakeApiKey {
    private final Platform platform;
    private final long id;

    FakeApiKey(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** What its owner calls it. */
    public String name() {
        return read(key -> key.name);
    }

    /** The beginning of its value, by which its owner recognises it. */
    public String prefix() {
        return read(key -> key.prefix);
    }

    /** When it was last admitted; null for never. */
    public @Nullable Instant lastUsedAt() {
        return platform.read(all -> all.key(id).lastUsedAt);
    }

    /** Takes it back: it is refused from now on. */
    public FakeApiKey revoke() {
        platform.change(all -> all.key(id).isRevoked = true);
        return this;
    }

    /** Removes it. */
    public void delete() {
        platform.change(all -> all.delete(all.key(id)));
    }

    /** Creates a successor that may do the same; this one ends after the overlap. */
    public CreatedKey rotate(Duration overlap) {
        return CreatedKey.of(platform, platform.read(all -> all.rotate(all.key(id), overlap)));
    }

    private <T> T read(Function<ApiKeyRow, T> reading) {
        return platform.read(all -> reading.apply(all.key(id)));
    }
}
