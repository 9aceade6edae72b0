package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.DomainStrategy;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.ProjectRow;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project: unpaid and active at first. What is changed here is seen by running clients. */
public final class ArrangedProject {
    private final Platform platform;
    private final ProjectRow row;
    private final String account;

    ArrangedProject(Platform platform, ProjectRow row, String account) {
        this.platform = platform;
        this.row = row;
        this.account = account;
    }

    /** Its number. */
    public long id() {
        return row.id;
    }

    /** It has been paid for. */
    public ArrangedProject paid() {
        return change(() -> row.hasPaid = true);
    }

    /** It has not been paid for. */
    public ArrangedProject unpaid() {
        return change(() -> row.hasPaid = false);
    }

    /** Its licenses work. */
    public ArrangedProject active() {
        return change(() -> row.isActive = true);
    }

    /** None of its licenses works. */
    public ArrangedProject inactive() {
        return change(() -> row.isActive = false);
    }

    /** Its licenses run on its own domains only, instead of on those that they are first used from. */
    public ArrangedProject onProjectDomains() {
        return change(() -> row.strategy = DomainStrategy.PROJECT_DOMAINS);
    }

    /** A new domain: verified, active, for production, unpaid. */
    public ArrangedDomain domain(String host) {
        return new ArrangedDomain(platform, platform.addDomain(row, host));
    }

    /** A new license, without any limit. */
    public ArrangedLicense license(String title) {
        return new ArrangedLicense(platform, platform.addLicense(row, title));
    }

    /** A new text, delivered to every copy. */
    public ArrangedInjectable injectable(String slug, Secret secret, String text) {
        return new ArrangedInjectable(platform, platform.addInjectable(row, slug, secret, text));
    }

    /** A new API key for this project alone, with every scope. */
    public ApiKey apiKey() {
        return apiKey(Scope.all(), null);
    }

    /**
     * A new API key for this project alone.
     *
     * @param expiresAt when it ends; null for never
     */
    public ApiKey apiKey(Set<Scope> scopes, @Nullable Instant expiresAt) {
        return ApiKey.of(platform.newKey(account, row.id, scopes, expiresAt));
    }

    private ArrangedProject change(Runnable change) {
        platform.change(change);
        return this;
    }
}
