package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.platform.ProjectRow;
import com.devpayr.testkit.model.Scope;
import java.util.function.Consumer;

/**
 * A project of an {@link InMemoryDevPayr}; unpaid and active by default. Changes take effect immediately, also for
 * running clients.
 */
public final class FakeProject {
    private final Platform platform;
    private final long id;

    FakeProject(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Marks it as paid. */
    public FakeProject paid() {
        return change(project -> project.hasPaid = true);
    }

    /** Marks it as not paid. */
    public FakeProject unpaid() {
        return change(project -> project.hasPaid = false);
    }

    /** Activates the project. */
    public FakeProject active() {
        return change(project -> project.isActive = true);
    }

    /** Deactivates the project: its licenses are refused. */
    public FakeProject inactive() {
        return change(project -> project.isActive = false);
    }

    /** Locks the project: its licenses are refused. */
    public FakeProject locked() {
        platform.change(data -> data.lock(data.project(id)));
        return this;
    }

    /** Unlocks the project. */
    public FakeProject unlocked() {
        return change(project -> project.lockedAt = null);
    }

    /**
     * Sends the webhooks of the project to a URL, signed with a secret. Only this machine is called; see {@link
     * InMemoryDevPayr#allowWebhooksTo}.
     */
    public FakeProject webhook(String url, Secret secret) {
        return change(project -> {
            project.webhookUrl = url;
            project.webhookSecret = secret.reveal();
        });
    }

    /** Adds a domain: verified, active, for production, not paid. */
    public FakeDomain domain(String host) {
        return new FakeDomain(platform, platform.update(data -> data.addDomain(data.project(id), host).id));
    }

    /** Adds a license with the default limits of the account, which are unlimited unless set. */
    public FakeLicense license(String title) {
        return new FakeLicense(platform, platform.update(data -> data.addLicense(data.project(id), title).id));
    }

    /** Adds a text that is delivered whether or not the project is paid. */
    public FakeInjectable injectable(String slug, Secret secret, String text) {
        return new FakeInjectable(
                platform, platform.update(data -> data.addInjectable(data.project(id), slug, secret, text).id));
    }

    /** Creates an API key that is limited to this project and has all scopes. */
    public ApiKey createApiKey() {
        return newApiKey("Project " + id).create().value();
    }

    /** Returns a builder for an API key that is limited to this project. */
    public ApiKeyBuilder newApiKey(String name) {
        return new ApiKeyBuilder(platform, data -> data.project(id).owner(), name, id, Scope.all(), null);
    }

    private FakeProject change(Consumer<ProjectRow> change) {
        platform.change(data -> {
            ProjectRow project = data.project(id);
            data.change(project, () -> change.accept(project));
        });
        return this;
    }
}
