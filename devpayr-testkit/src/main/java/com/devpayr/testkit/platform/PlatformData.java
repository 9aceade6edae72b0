package com.devpayr.testkit.platform;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is stored, for those who arrange it: obeys the rules that requests obey, but asks for no key. */
public final class PlatformData {
    private final PlatformServices services;
    private final Store store;

    PlatformData(PlatformServices services) {
        this.services = services;
        this.store = services.store;
    }

    /** An account, which is made when there is none of the name. */
    public AccountRow account(String name) {
        return store.account(name);
    }

    /** All accounts. */
    public List<AccountRow> accounts() {
        return List.copyOf(store.accounts);
    }

    /** A project. */
    public ProjectRow project(long id) {
        return store.projects.get(id);
    }

    /** A domain. */
    public DomainRow domain(long id) {
        return store.domains.get(id);
    }

    /** A license. */
    public LicenseRow license(long id) {
        return store.licenses.get(id);
    }

    /** An injectable. */
    public InjectableRow injectable(long id) {
        return store.injectables.get(id);
    }

    /** An API key. */
    public ApiKeyRow key(long id) {
        return store.keys.get(id);
    }

    /** An account's API keys, in the order of their making. */
    public Collection<ApiKeyRow> keys(AccountRow owner) {
        return List.copyOf(store.keys.of(owner.id).values());
    }

    /** A new project. */
    public ProjectRow addProject(AccountRow owner, String name) {
        return services.projects.add(owner, Json.object("name", name));
    }

    /** A new verified production domain. */
    public DomainRow addDomain(ProjectRow project, String host) {
        return services.domains.add(
                project, Json.object("domain", host, "environment", "production", "is_verified", true));
    }

    /** A new license, without any limit. */
    public LicenseRow addLicense(ProjectRow project, String title) {
        return services.licenses.add(project, Json.object("title", title));
    }

    /** A new text that is delivered to paid and unpaid copies. */
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
     * A new API key.
     *
     * @param projectId the only project that it is for; null for all of its owner's
     * @param expiresAt when it ends; null for never
     */
    public IssuedKey addKey(
            AccountRow owner, String name, @Nullable Long projectId, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return services.keys.create(owner, name, projectId, scopes, expiresAt);
    }

    /** A successor of an API key; the old value works for a while longer. */
    public IssuedKey rotate(ApiKeyRow key, Duration overlap) {
        return services.keys.rotate(key, overlap);
    }

    /** Removes an API key. */
    public void delete(ApiKeyRow key) {
        store.keys.remove(key);
    }
}
