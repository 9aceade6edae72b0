package com.devpayr.domain;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a domain. Only fields that are set change; no field of a domain can be cleared.
 *
 * <pre>{@code
 * devpayr.domains().update(projectId, domainId, DomainUpdate.builder().hasPaid(true).build());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains.
 */
public final class DomainUpdate extends DomainFields {
    static {
        RequestBodies.register(DomainUpdate.class, update -> update.body);
    }

    private DomainUpdate(Builder builder) {
        super(builder.body.build());
    }

    /** Returns a builder for an update that changes nothing so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the host name, {@code localhost[:port]} or IP address, or null if not set. */
    public @Nullable String domain() {
        return body.value("domain", String.class);
    }

    /** Returns the environment that the domain serves, or null if not set. */
    public @Nullable DomainEnvironment environment() {
        return body.value("environment", DomainEnvironment.class);
    }

    /** Builder for {@link DomainUpdate}. */
    public static final class Builder extends DomainFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("domain", "domain").with("environment", "environment");

        private Builder() {
            super(FIELDS);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the host name, {@code localhost[:port]} or IP address. */
        public Builder domain(String domain) {
            body.set("domain", Preconditions.text("domain", domain));
            return this;
        }

        /** Sets the environment that the domain serves. */
        public Builder environment(DomainEnvironment environment) {
            body.set("environment", environment);
            return this;
        }

        /** Returns the update. */
        public DomainUpdate build() {
            return new DomainUpdate(this);
        }
    }
}
