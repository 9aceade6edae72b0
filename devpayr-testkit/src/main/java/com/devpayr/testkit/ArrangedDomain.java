package com.devpayr.testkit;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.testkit.platform.DomainRow;
import com.devpayr.testkit.platform.Platform;

/** A domain of a project. What is changed here is seen by running clients. */
public final class ArrangedDomain {
    private final Platform platform;
    private final DomainRow row;

    ArrangedDomain(Platform platform, DomainRow row) {
        this.platform = platform;
        this.row = row;
    }

    /** Its number. */
    public long id() {
        return row.id;
    }

    /** It has been paid for. */
    public ArrangedDomain paid() {
        return change(() -> row.hasPaid = true);
    }

    /** It has not been paid for. */
    public ArrangedDomain unpaid() {
        return change(() -> row.hasPaid = false);
    }

    /** No copy may run there. */
    public ArrangedDomain inactive() {
        return change(() -> row.isActive = false);
    }

    /** The vendor has not proven to own it. */
    public ArrangedDomain unverified() {
        return change(() -> row.isVerified = false);
    }

    /** What it is used for. */
    public ArrangedDomain environment(DomainEnvironment environment) {
        return change(() -> row.environment = environment.value());
    }

    private ArrangedDomain change(Runnable change) {
        platform.change(change);
        return this;
    }
}
