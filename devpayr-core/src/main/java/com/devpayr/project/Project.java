package com.devpayr.project;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project: a product that a vendor sells. Licenses, domains and injectables belong to a project.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public final class Project {
    private final long id;
    private final String name;
    private final String slug;
    private final @Nullable String description;
    private final @Nullable String defaultRedirectUrl;
    private final @Nullable String logoUrl;
    private final @Nullable String webhookUrl;
    private final Map<String, @Nullable Object> meta;
    private final boolean isActive;
    private final boolean hasPaid;
    private final @Nullable Instant lockedAt;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final Map<String, @Nullable Object> extra;

    private Project(Builder builder) {
        if (builder.id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        this.id = builder.id;
        this.name = requireNonNull(builder.name, "name");
        this.slug = requireNonNull(builder.slug, "slug");
        this.description = builder.description;
        this.defaultRedirectUrl = builder.defaultRedirectUrl;
        this.logoUrl = builder.logoUrl;
        this.webhookUrl = builder.webhookUrl;
        this.meta = builder.meta;
        this.isActive = builder.isActive;
        this.hasPaid = builder.hasPaid;
        this.lockedAt = builder.lockedAt;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for a project.
     *
     * @param id numeric ID, 1 or more
     * @param name name
     * @param slug globally unique short name
     */
    public static Builder builder(long id, String name, String slug) {
        return new Builder().id(id).name(name).slug(slug);
    }

    /** Returns the numeric ID, 1 or more. */
    public long id() {
        return id;
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the globally unique short name. */
    public String slug() {
        return slug;
    }

    /** Returns the description, or null if there is none. */
    public @Nullable String description() {
        return description;
    }

    /** Returns the URL that visitors of an unlicensed application are redirected to, or null if there is none. */
    public @Nullable String defaultRedirectUrl() {
        return defaultRedirectUrl;
    }

    /** Returns the URL of the logo, or null if there is none. */
    public @Nullable String logoUrl() {
        return logoUrl;
    }

    /** Returns the URL that DevPayr sends events to, or null if there is none. */
    public @Nullable String webhookUrl() {
        return webhookUrl;
    }

    /** Returns the vendor's own metadata; unmodifiable, possibly empty. */
    public Map<String, @Nullable Object> meta() {
        return meta;
    }

    /** Returns whether the licenses of the project are valid at all. */
    public boolean isActive() {
        return isActive;
    }

    /** Returns whether the project has been paid for. */
    public boolean hasPaid() {
        return hasPaid;
    }

    /** Returns the time at which the project was locked, or null if it is not locked. */
    public @Nullable Instant lockedAt() {
        return lockedAt;
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
                        "name", name,
                        "slug", slug,
                        "description", description,
                        "defaultRedirectUrl", defaultRedirectUrl,
                        "logoUrl", logoUrl,
                        "webhookUrl", webhookUrl,
                        "meta", meta,
                        "isActive", isActive,
                        "hasPaid", hasPaid,
                        "lockedAt", lockedAt,
                        "createdAt", createdAt,
                        "updatedAt", updatedAt)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Project that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("Project");
    }

    /** Builder for {@link Project}. */
    public static final class Builder {
        private long id;
        private @Nullable String name;
        private @Nullable String slug;
        private @Nullable String description;
        private @Nullable String defaultRedirectUrl;
        private @Nullable String logoUrl;
        private @Nullable String webhookUrl;
        private Map<String, @Nullable Object> meta = Map.of();
        private boolean isActive;
        private boolean hasPaid;
        private @Nullable Instant lockedAt;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

        private Builder id(long id) {
            this.id = id;
            return this;
        }

        private Builder name(String name) {
            this.name = name;
            return this;
        }

        private Builder slug(String slug) {
            this.slug = slug;
            return this;
        }

        /** Sets the description. */
        public Builder description(@Nullable String description) {
            this.description = description;
            return this;
        }

        /** Sets the URL that visitors of an unlicensed application are redirected to. */
        public Builder defaultRedirectUrl(@Nullable String defaultRedirectUrl) {
            this.defaultRedirectUrl = defaultRedirectUrl;
            return this;
        }

        /** Sets the URL of the logo. */
        public Builder logoUrl(@Nullable String logoUrl) {
            this.logoUrl = logoUrl;
            return this;
        }

        /** Sets the URL that DevPayr sends events to. */
        public Builder webhookUrl(@Nullable String webhookUrl) {
            this.webhookUrl = webhookUrl;
            return this;
        }

        /** Sets the vendor's own metadata; empty by default. */
        public Builder meta(Map<String, @Nullable Object> meta) {
            this.meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
            return this;
        }

        /** Sets whether the licenses of the project are valid at all; false by default. */
        public Builder isActive(boolean isActive) {
            this.isActive = isActive;
            return this;
        }

        /** Sets whether the project has been paid for; false by default. */
        public Builder hasPaid(boolean hasPaid) {
            this.hasPaid = hasPaid;
            return this;
        }

        /** Sets the time at which the project was locked. */
        public Builder lockedAt(@Nullable Instant lockedAt) {
            this.lockedAt = lockedAt;
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

        /** Returns the project. */
        public Project build() {
            return new Project(this);
        }
    }
}
