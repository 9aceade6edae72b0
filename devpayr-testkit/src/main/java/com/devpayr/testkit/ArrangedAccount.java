package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.AccountRow;
import com.devpayr.testkit.platform.Platform;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vendor's account. */
public final class ArrangedAccount {
    private final Platform platform;
    private final String name;

    ArrangedAccount(Platform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    /** A new project. */
    public ArrangedProject project(String project) {
        return new ArrangedProject(platform, platform.addProject(name, project), name);
    }

    /**
     * A new API key for all of its projects.
     *
     * @param expiresAt when it ends; null for never
     */
    public ApiKey globalKey(Set<Scope> scopes, @Nullable Instant expiresAt) {
        return ApiKey.of(platform.newKey(name, null, scopes, expiresAt));
    }

    /** Its plan allows this many projects, and this many domains in each. */
    public ArrangedAccount limitedTo(int projects, int domains) {
        AccountRow account = platform.account(name);
        platform.change(() -> {
            account.maxProjects = projects;
            account.maxDomains = domains;
        });
        return this;
    }
}
