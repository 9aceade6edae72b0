package com.devpayr.domain;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain of a project, on which licensed applications may run.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Domains. Lists leave out the environment and some flags.
 */
public final class ProjectDomain {
    private final long id;
    private final @Nullable Long projectId;
    private final String domain;
    private final @Nullable DomainEnvironment environment;
    private final boolean hasPaid;
    private final boolean isActive;
    private final boolean isPrimary;
    private final @Nullable Boolean isVerified;
    private final @Nullable Boolean isLocked;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final Map<String, @Nullable Object> extra;

    private ProjectDomain(Builder builder) {
        if (builder.id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        this.id = builder.id;
        this.projectId = builder.projectId;
        this.domain = requireNonNull(builder.domain, "domain");
        this.environment = builder.environment;
        this.hasPaid = builder.hasPaid;
        this.isActive = builder.isActive;
        this.isPrimary = builder.isPrimary;
        this.isVerified = builder.isVerified;
        this.isLocked = builder.isLocked;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for a domain.
     *
     * @param id numeric ID, 1 or more
     * @param domain host name, {@code localhost[:port]} or IP address
     */
    public static Builder builder(long id, String domain) {
        return new Builder().id(id).domain(domain);
    }

    /** Returns the numeric ID, 1 or more. */
    public long id() {
        return id;
    }

    /** Returns the ID of the project, or null if unknown. */
    public @Nullable Long projectId() {
        return projectId;
    }

    /** Returns the host name, {@code localhost[:port]} or IP address. */
    public String domain() {
        return domain;
    }

    /** Returns the environment that the domain serves, or null if it comes from a list. */
    public @Nullable DomainEnvironment environment() {
        return environment;
    }

    /** Returns whether the domain has been paid for. */
    public boolean hasPaid() {
        return hasPaid;
    }

    /** Returns whether applications may run on the domain. */
    public boolean isActive() {
        return isActive;
    }

    /** Returns whether the domain is the primary domain of its project. */
    public boolean isPrimary() {
        return isPrimary;
    }

    /** Returns whether the vendor has proven to own the domain, or null if the domain comes from a list. */
    public @Nullable Boolean isVerified() {
        return isVerified;
    }

    /** Returns whether the domain is locked, or null if the domain comes from a list. */
    public @Nullable Boolean isLocked() {
        return isLocked;
    }

    /** Returns the creation time, or null if unknown. */
    public @Nullable Instant createdAt() {
        return createdAt;
    }

    /** Returns the time of the last change, or null if unknown. */
    public @Nullable Instant updatedAt() {
        return updatedAt;
    }

    /**
     * Returns the fields of the response that this version of the library does not know, by their names in JSON; unmodifiable,
     * usually empty. {@code equals} compares them; {@code toString} shows their names only.
     */
    public Map<String, @Nullable Object> extra() {
        return extra;
    }

    private FieldValues values() {
        return FieldValues.of(
                        "id", id,
                        "projectId", projectId,
                        "domain", domain,
                        "environment", environment,
                        "hasPaid", hasPaid,
                        "isActive", isActive,
                        "isPrimary", isPrimary,
                        "isVerified", isVerified,
                        "isLocked", isLocked,
                        "createdAt", createdAt,
                        "updatedAt", updatedAt)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProjectDomain that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("ProjectDomain");
    }

    /** Builder for {@link ProjectDomain}. */
    public static final class Builder {
        private long id;
        private @Nullable Long projectId;
        private @Nullable String domain;
        private @Nullable DomainEnvironment environment;
        private boolean hasPaid;
        private boolean isActive;
        private boolean isPrimary;
        private @Nullable Boolean isVerified;
        private @Nullable Boolean isLocked;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

        private Builder id(long id) {
            this.id = id;
            return this;
        }

        private Builder domain(String domain) {
            this.domain = domain;
            return this;
        }

        /** Sets the ID of the project. */
        public Builder projectId(@Nullable Long projectId) {
            this.projectId = projectId;
            return this;
        }

        /** Sets the environment that the domain serves. */
        public Builder environment(@Nullable DomainEnvironment environment) {
            this.environment = environment;
            return this;
        }

        /** Sets whether the domain has been paid for; false by default. */
        public Builder hasPaid(boolean hasPaid) {
            this.hasPaid = hasPaid;
            return this;
        }

        /** Sets whether applications may run on the domain; false by default. */
        public Builder isActive(boolean isActive) {
            this.isActive = isActive;
            return this;
        }

        /** Sets whether the domain is the primary domain of its project; false by default. */
        public Builder isPrimary(boolean isPrimary) {
            this.isPrimary = isPrimary;
            return this;
        }

        /** Sets whether the vendor has proven to own the domain. */
        public Builder isVerified(@Nullable Boolean isVerified) {
            this.isVerified = isVerified;
            return this;
        }

        /** Sets whether the domain is locked. */
        public Builder isLocked(@Nullable Boolean isLocked) {
            this.isLocked = isLocked;
            return this;
        }

        /** Sets the creation time. */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /** Sets the time of the last change. */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** Sets a field that this version of the library does not know, by its name in JSON. */
        public Builder extra(String name, @Nullable Object value) {
            extra = ExtraFields.add(extra, name, value);
            return this;
        }

        /** Returns the domain. */
        public ProjectDomain build() {
            return new ProjectDomain(this);
        }
    }
}
