package com.devpayr.domain;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * A domain to be added to a project.
 *
 * <pre>{@code
 * DomainDraft draft = DomainDraft.builder("shop.example.com", DomainEnvironment.PRODUCTION).isPrimary(true).build();
 * ProjectDomain domain = devpayr.domains().create(projectId, draft);
 * }</pre>
 *
 * <p>Source: wire contract, section 3, project domains, create.
 */
public final class DomainDraft extends Fields {
    private DomainDraft(Builder builder) {
        super(builder);
    }

    /**
     * A draft.
     *
     * @param domain a host name, {@code localhost[:port]} or IP address, without scheme or path; unique in the project
     * @param environment what it is used for
     * @throws com.devpayr.error.InvalidRequestException when the domain is blank
     */
    public static Builder builder(String domain, DomainEnvironment environment) {
        return new Builder(domain, environment);
    }

    /** Gathers the draft's fields. */
    public static final class Builder extends DomainFields<Builder> {
        private Builder(String domain, DomainEnvironment environment) {
            set("domain", Preconditions.text("domain", domain));
            set("environment", environment);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** The draft. */
        public DomainDraft build() {
            return new DomainDraft(this);
        }
    }
}
