package com.devpayr.testkit.internal.platform;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Access to the data for tests and the console: with the same validation as requests, but without keys. */
public final class PlatformData {
    private final PlatformServices services;
    private final Store store;

    PlatformData(PlatformServices services) {
        this.services = services;
        this.store = services.store;
    }

    /** Returns the account with a name. Creates it if it does not exist. */
    public AccountRow account(String name) {
        return store.account(name);
    }

    /** Returns all accounts. */
    public List<AccountRow> accounts() {
        return List.copyOf(store.accounts);
    }

    /** Returns a project. */
    public ProjectRow project(long id) {
        return store.projects.get(id);
    }

    /** Returns a domain. */
    public DomainRow domain(long id) {
        return store.domains.get(id);
    }

    /** Returns a license. */
    public LicenseRow license(long id) {
        return store.licenses.get(id);
    }

    /** Returns an injectable. */
    public InjectableRow injectable(long id) {
        return store.injectables.get(id);
    }

    /** Returns an API key. */
    public ApiKeyRow key(long id) {
        return store.keys.get(id);
    }

    /** Returns the API keys of an account, oldest first. */
    public Collection<ApiKeyRow> keys(AccountRow owner) {
        return List.copyOf(store.keys.of(owner.id).values());
    }

    /** Runs a change of a project and publishes it. */
    public void change(ProjectRow project, Runnable change) {
        services.changes.change(project, change);
    }

    /** Runs a change of a domain and publishes it. */
    public void change(DomainRow domain, Runnable change) {
        services.changes.change(domain, change);
    }

    /** Runs a change of a license and publishes it. */
    public void change(LicenseRow license, Runnable change) {
        services.changes.change(license, change);
    }

    /** Publishes the licenses that have expired since the last call. */
    public void publishExpiries() {
        services.changes.publishExpiries(store);
    }

    /** Locks a project. */
    public void lock(ProjectRow project) {
        change(project, () -> project.lockedAt = services.clock.instant());
    }

    /** Adds a project. */
    public ProjectRow addProject(AccountRow owner, String name) {
        return services.projects.add(owner, Json.object("name", name));
    }

    /** Adds a verified production domain. */
    public DomainRow addDomain(ProjectRow project, String host) {
        return services.domains.add(
                project, Json.object("domain", host, "environment", "production", "is_verified", true));
    }

    /** Adds a license with the default limits of the account. */
    public LicenseRow addLicense(ProjectRow project, String title) {
        return services.licenses.add(project, Json.object("title", title));
    }

    /** Adds a text that is delivered whether or not the project is paid. */
    public InjectableRow addInjectable(ProjectRow project, String slug, Secret secret, String text) {
        return services.injectables.add(
                project,
                Json.object(
                        "slug",
                        slug,
                        "type",
                        "snippet",
                        "mode",
                        "write",
                        "target_path",
                        slug,
                        "only_if_paid",
                        false,
                        "is_active",
                        true,
                        "secret",
                        secret.reveal(),
                        "content",
                        text));
    }

    /**
     * Creates an API key.
     *
     * @param projectId the only project that it gives access to; null for all projects of the owner
     * @param expiresAt the expiry; null for none
     */
    public IssuedKey addKey(
            AccountRow owner, String name, @Nullable Long projectId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return services.keys.create(owner, name, projectId, scopes, expiresAt);
    }

    /** Creates a key with the same permissions. The old key expires after the overlap. */
    public IssuedKey rotate(ApiKeyRow key, Duration overlap) {
        return services.keys.rotate(key, overlap);
    }

    /** Deletes an API key. */
    public void delete(ApiKeyRow key) {
        store.keys.remove(key);
    }
}
