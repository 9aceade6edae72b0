package com.devpayr.domain;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;

/**
 * A domain to add to a project.
 *
 * <pre>{@code
 * DomainDraft draft = DomainDraft.builder("shop.example.com", DomainEnvironment.PRODUCTION).isPrimary(true).build();
 * ProjectDomain domain = devpayr.domains().create(projectId, draft);
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains.
 */
public final class DomainDraft extends DomainFields {
    static {
        RequestBodies.register(DomainDraft.class, draft -> draft.body);
    }

    private DomainDraft(Builder builder) {
        super(builder.body.build());
    }

    /**
     * Returns a builder for a draft.
     *
     * @param domain host name, {@code localhost[:port]} or IP address, without scheme or path; unique in the project
     * @param environment environment that the domain serves
     * @throws com.devpayr.error.InvalidRequestException if the domain is blank
     */
    public static Builder builder(String domain, DomainEnvironment environment) {
        return new Builder(domain, environment);
    }

    /** Returns the host name or IP address. */
    public String domain() {
        return requireNonNull(body.value("domain", String.class));
    }

    /** Returns the environment that the domain serves. */
    public DomainEnvironment environment() {
        return requireNonNull(body.value("environment", DomainEnvironment.class));
    }

    /** Builder for {@link DomainDraft}. */
    public static final class Builder extends DomainFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("builder", "domain", "environment");

        private Builder(String domain, DomainEnvironment environment) {
            super(FIELDS);
            body.set("domain", Preconditions.text("domain", domain));
            body.set("environment", environment);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the draft. */
        public DomainDraft build() {
            return new DomainDraft(this);
        }
    }
}
