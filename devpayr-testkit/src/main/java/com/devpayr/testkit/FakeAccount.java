package com.devpayr.testkit;

import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.AccountRow;
import com.devpayr.testkit.platform.Platform;
import java.util.List;
import java.util.function.Consumer;

/** A vendor's account, whose plan has no limits at first. */
public final class FakeAccount {
    private final Platform platform;
    private final String name;

    FakeAccount(Platform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    /** A new project. */
    public FakeProject project(String project) {
        return new FakeProject(platform, platform.read(all -> all.addProject(all.account(name), project).id));
    }

    /** An API key for all of its projects, to be fitted out. */
    public ApiKeyBuilder newApiKey(String key) {
        return new ApiKeyBuilder(platform, all -> all.account(name), key, null, Scope.all(), null);
    }

    /** Its API keys, in the order of their making. */
    public List<FakeApiKey> keys() {
        return platform.read(all -> all.keys(all.account(name)).stream()
                .map(key -> new FakeApiKey(platform, key.id))
                .toList());
    }

    /** Its plan allows so many projects. */
    public FakeAccount maxProjects(int most) {
        return change(account -> account.maxProjects = most);
    }

    /** Its plan allows so many domains in each project. */
    public FakeAccount maxDomains(int most) {
        return change(account -> account.maxDomains = most);
    }

    /** Its plan allows API keys of single projects only. */
    public FakeAccount disallowGlobalKeys() {
        return change(account -> account.allowsGlobalKeys = false);
    }

    private FakeAccount change(Consumer<AccountRow> change) {
        platform.change(all -> change.accept(all.account(name)));
        return this;
    }
}
