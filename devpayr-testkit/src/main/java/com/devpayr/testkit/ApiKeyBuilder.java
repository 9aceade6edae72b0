package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.internal.platform.AccountRow;
import com.devpayr.testkit.internal.platform.IssuedKey;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.PlatformData;
import com.devpayr.testkit.model.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A builder for an API key. By default the key has all scopes and does not expire.
 *
 * <pre>{@code
 * CreatedKey ci = fake.newApiKey("CI").scopes(Scope.LICENSES_WRITE).expiresAt(nextMonth).create();
 * }</pre>
 */
public final class ApiKeyBuilder {
    private final Platform platform;
    private final Function<PlatformData, AccountRow> owner;
    private final String name;
    private final @Nullable Long projectId;
    private final Set<Scope> scopes;
    private final @Nullable Instant expiresAt;

    ApiKeyBuilder(
            Platform platform,
            Function<PlatformData, AccountRow> owner,
            String name,
            @Nullable Long projectId,
            Set<Scope> scopes,
            @Nullable Instant expiresAt) {
        this.platform = platform;
        this.owner = owner;
        this.name = name;
        this.projectId = projectId;
        this.scopes = scopes;
        this.expiresAt = expiresAt;
    }

    /** Returns a builder with these scopes only. */
    public ApiKeyBuilder scopes(Scope... only) {
        return new ApiKeyBuilder(platform, owner, name, projectId, Set.of(only), expiresAt);
    }

    /** Returns a builder with an expiry. */
    public ApiKeyBuilder expiresAt(Instant time) {
        return new ApiKeyBuilder(platform, owner, name, projectId, scopes, time);
    }

    /** Creates the key. Its value is available only from the result. */
    public CreatedKey create() {
        IssuedKey issued = platform.update(data -> data.addKey(owner.apply(data), name, projectId, scopes, expiresAt));
        return CreatedKey.of(platform, issued);
    }

    /**
     * A created API key.
     *
     * @param value the value, of which the platform stores only a hash
     * @param key the key without its value
     */
    public record CreatedKey(ApiKey value, FakeApiKey key) {
        static CreatedKey of(Platform platform, IssuedKey issued) {
            return new CreatedKey(ApiKey.of(issued.value()), new FakeApiKey(platform, issued.id()));
        }
    }
}
