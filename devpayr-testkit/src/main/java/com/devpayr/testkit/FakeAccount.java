package com.devpayr.testkit;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.internal.platform.AccountRow;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.model.Scope;
import java.util.List;
import java.util.function.Consumer;

/** A vendor's account of an {@link InMemoryDevPayr}. Neither its plan nor its licenses have limits by default. */
public final class FakeAccount {
    private final Platform platform;
    private final String name;

    FakeAccount(Platform platform, String name) {
        this.platform = platform;
        this.name = name;
    }

    /** Adds a project. */
    public FakeProject project(String project) {
        return new FakeProject(platform, platform.update(data -> data.addProject(data.account(name), project).id));
    }

    /** Returns a builder for an API key for all projects of the account. */
    public ApiKeyBuilder newApiKey(String key) {
        return new ApiKeyBuilder(platform, data -> data.account(name), key, null, Scope.all(), null);
    }

    /** Returns the API keys of the account, oldest first. */
    public List<FakeApiKey> keys() {
        return platform.view(data -> data.keys(data.account(name)).stream()
                .map(key -> new FakeApiKey(platform, key.id))
                .toList());
    }

    /** Sets the maximum number of projects of the plan. */
    public FakeAccount maxProjects(int maximum) {
        return change(account -> account.maxProjects = maximum);
    }

    /** Sets the maximum number of domains per project of the plan. */
    public FakeAccount maxDomains(int maximum) {
        return change(account -> account.maxDomains = maximum);
    }

    /** Limits the plan to API keys for single projects. */
    public FakeAccount disallowGlobalKeys() {
        return change(account -> account.allowsGlobalKeys = false);
    }

    /** Removes the plan's permission to delete projects. */
    public FakeAccount disallowDeletingProjects() {
        return change(account -> account.allowsDeletingProjects = false);
    }

    /** Sets the maximum number of base domains of new licenses that do not set it. */
    public FakeAccount defaultMaxDomains(int maximum) {
        return change(account -> account.defaultMaxDomains = maximum);
    }

    /** Sets the maximum number of subdomains of each base domain of new licenses that do not set it. */
    public FakeAccount defaultMaxSubdomainsPerDomain(int maximum) {
        return change(account -> account.defaultMaxSubdomainsPerDomain = maximum);
    }

    /** Sets the maximum number of license checks per UTC day of new licenses that do not set it. */
    public FakeAccount defaultMaxUsagePerDay(int maximum) {
        return change(account -> account.defaultMaxUsagePerDay = maximum);
    }

    /** Sends the webhooks of projects that have no URL of their own to a URL, signed with a secret. */
    public FakeAccount webhook(String url, Secret secret) {
        return change(account -> {
            account.webhookUrl = url;
            account.webhookSecret = secret.reveal();
        });
    }

    private FakeAccount change(Consumer<AccountRow> change) {
        platform.change(data -> change.accept(data.account(name)));
        return this;
    }
}
