package com.devpayr.testkit;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.testkit.internal.platform.DomainRow;
import com.devpayr.testkit.internal.platform.Platform;
import java.util.function.Consumer;

/** A project domain of an {@link InMemoryDevPayr}. Changes take effect immediately, also for running clients. */
public final class FakeDomain {
    private final Platform platform;
    private final long id;

    FakeDomain(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Marks it as paid. */
    public FakeDomain paid() {
        return change(domain -> domain.hasPaid = true);
    }

    /** Marks it as not paid. */
    public FakeDomain unpaid() {
        return change(domain -> domain.hasPaid = false);
    }

    /** Deactivates the domain: applications are refused there. */
    public FakeDomain inactive() {
        return change(domain -> domain.isActive = false);
    }

    /** Marks the domain as not verified. */
    public FakeDomain unverified() {
        return change(domain -> domain.isVerified = false);
    }

    /** Locks the domain: applications are refused there. */
    public FakeDomain locked() {
        return change(domain -> domain.isLocked = true);
    }

    /** Unlocks the domain. */
    public FakeDomain unlocked() {
        return change(domain -> domain.isLocked = false);
    }

    /** Sets the environment. */
    public FakeDomain environment(DomainEnvironment environment) {
        return change(domain -> domain.environment = environment.value());
    }

    private FakeDomain change(Consumer<DomainRow> change) {
        platform.change(data -> {
            DomainRow domain = data.domain(id);
            data.change(domain, () -> change.accept(domain));
        });
        return this;
    }
}
