package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.AccountRow;
import com.devpayr.testkit.platform.IssuedKey;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.PlatformData;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An API key to be created, as in DevPayr's dashboard. Without expiry and with every scope unless said otherwise.
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

    /** The same key with these scopes only. */
    public ApiKeyBuilder scopes(Scope... only) {
        return new ApiKeyBuilder(platform, owner, name, projectId, Set.of(only), expiresAt);
    }

    /** The same key, ending at a time. */
    public ApiKeyBuilder expiresAt(Instant time) {
        return new ApiKeyBuilder(platform, owner, name, projectId, scopes, time);
    }

    /** Creates it. Its value is shown this once. */
    public CreatedKey create() {
        IssuedKey issued = platform.read(all -> all.addKey(owner.apply(all), name, projectId, scopes, expiresAt));
        return CreatedKey.of(platform, issued);
    }

    /**
     * A key whose value is shown this once.
     *
     * @param value its value, which the platform itself does not keep
     * @param key what can be done with it later
     */
    public record CreatedKey(ApiKey value, FakeApiKey key) {
        static CreatedKey of(Platform platform, IssuedKey issued) {
            return new CreatedKey(ApiKey.of(issued.value()), new FakeApiKey(platform, issued.id()));
        }
    }
}
