package com.devpayr.domain;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * Changes to a domain: only what is set here is touched.
 *
 * <pre>{@code
 * devpayr.domains().update(projectId, domainId, DomainUpdate.builder().hasPaid(true).build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, project domains, update. No field of a domain can be cleared.
 */
public final class DomainUpdate extends Fields {
    private DomainUpdate(Builder builder) {
        super(builder);
    }

    /** An update that changes nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the changes. */
    public static final class Builder extends DomainFields<Builder> {
        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** The host name, {@code localhost[:port]} or IP address. */
        public Builder domain(String domain) {
            return set("domain", Preconditions.text("domain", domain));
        }

        /** What it is used for. */
        public Builder environment(DomainEnvironment environment) {
            return set("environment", environment);
        }

        /** The update. */
        public DomainUpdate build() {
            return new DomainUpdate(this);
        }
    }
}
