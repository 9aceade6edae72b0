package com.devpayr.testkit;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.testkit.platform.DomainRow;
import com.devpayr.testkit.platform.Platform;
import java.util.function.Consumer;

/** A domain of a project. What is changed here is seen by running clients. */
public final class ArrangedDomain {
    private final Platform platform;
    private final long id;

    ArrangedDomain(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** It has been paid for. */
    public ArrangedDomain paid() {
        return change(domain -> domain.hasPaid = true);
    }

    /** It has not been paid for. */
    public ArrangedDomain unpaid() {
        return change(domain -> domain.hasPaid = false);
    }

    /** No copy may run there. */
    public ArrangedDomain inactive() {
        return change(domain -> domain.isActive = false);
    }

    /** The vendor has not proven to own it. */
    public ArrangedDomain unverified() {
        return change(domain -> domain.isVerified = false);
    }

    /** What it is used for. */
    public ArrangedDomain environment(DomainEnvironment environment) {
        return change(domain -> domain.environment = environment.value());
    }

    private ArrangedDomain change(Consumer<DomainRow> change) {
        platform.change(all -> change.accept(all.domain(id)));
        return this;
    }
}
