package com.devpayr.testkit;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.testkit.platform.DomainRow;
import com.devpayr.testkit.platform.Platform;
import java.util.function.Consumer;

/** A domain of a project. What is changed here is seen by running clients. */
public final class FakeDomain {
    private final Platform platform;
    private final long id;

    FakeDomain(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** It has been paid for. */
    public FakeDomain paid() {
        return change(domain -> domain.hasPaid = true);
    }

    /** It has not been paid for. */
    public FakeDomain unpaid() {
        return change(domain -> domain.hasPaid = false);
    }

    /** No copy may run there. */
    public FakeDomain inactive() {
        return change(domain -> domain.isActive = false);
    }

    /** The vendor has not proven to own it. */
    public FakeDomain unverified() {
        return change(domain -> domain.isVerified = false);
    }

    /** What it is used for. */
    public FakeDomain environment(DomainEnvironment environment) {
        return change(domain -> domain.environment = environment.value());
    }

    private FakeDomain change(Consumer<DomainRow> change) {
        platform.change(all -> change.accept(all.domain(id)));
        return this;
    }
}
