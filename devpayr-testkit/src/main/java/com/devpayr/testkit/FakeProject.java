package com.devpayr.testkit;

import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.Scope;
import com.devpayr.testkit.platform.DomainStrategy;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.ProjectRow;
import java.util.function.Consumer;

/** A project: unpaid and active at first. What is changed here is seen by running clients. */
public final class FakeProject {
    private final Platform platform;
    private final long id;

    FakeProject(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** It has been paid for. */
    public FakeProject paid() {
        return change(project -> project.hasPaid = true);
    }

    /** It has not been paid for. */
    public FakeProject unpaid() {
        return change(project -> project.hasPaid = false);
    }

    /** Its licenses work. */
    public FakeProject active() {
        return change(project -> project.isActive = true);
    }

    /** None of its licenses works. */
    public FakeProject inactive() {
        return change(project -> project.isActive = false);
    }

    /** Its licenses run on its own domains only, instead of on those that they are first used from. */
    public FakeProject restrictedToProjectDomains() {
        return change(project -> project.strategy = DomainStrategy.PROJECT_DOMAINS);
    }

    /** A new domain: verified, active, for production, unpaid. */
    public FakeDomain domain(String host) {
        return new FakeDomain(platform, platform.read(all -> all.addDomain(all.project(id), host).id));
    }

    /** A new license, without any limit. */
    public FakeLicense license(String title) {
        return new FakeLicense(platform, platform.read(all -> all.addLicense(all.project(id), title).id));
    }

    /** A new text, delivered to every copy. */
    public FakeInjectable injectable(String slug, Secret secret, String text) {
        return new FakeInjectable(
                platform, platform.read(all -> all.addInjectable(all.project(id), slug, secret, text).id));
    }

    /** The value of a new API key for this project alone, with every scope. */
    public ApiKey createApiKey() {
        return newApiKey("Project " + id).create().value();
    }

    /** An API key for this project alone, to be fitted out. */
    public ApiKeyBuilder newApiKey(String name) {
        return new ApiKeyBuilder(platform, all -> all.project(id).owner(), name, id, Scope.all(), null);
    }

    private FakeProject change(Consumer<ProjectRow> change) {
        platform.change(all -> change.accept(all.project(id)));
        return this;
    }
}
