package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An injectable as the vendor's backend sees it. Lists leave out payload, hash and signature.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public final class Injectable {
    private final long id;
    private final @Nullable Long projectId;
    private final String slug;
    private final @Nullable String title;
    private final InjectableType type;
    private final InjectableMode mode;
    private final @Nullable String targetPath;
    private final @Nullable EncryptedContent content;
    private final @Nullable String filePath;
    private final @Nullable String contentHash;
    private final @Nullable String signature;
    private final @Nullable String validateEndpoint;
    private final boolean onlyIfPaid;
    private final boolean isActive;
    private final Map<String, @Nullable Object> meta;
    private final @Nullable Instant lastDeliveredAt;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final Map<String, @Nullable Object> extra;

    private Injectable(Builder builder) {
        if (builder.id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        this.id = builder.id;
        this.projectId = builder.projectId;
        this.slug = requireNonNull(builder.slug, "slug");
        this.title = builder.title;
        this.type = requireNonNull(builder.type, "type");
        this.mode = requireNonNull(builder.mode, "mode");
        this.targetPath = builder.targetPath;
        this.content = builder.content;
        this.filePath = builder.filePath;
        this.contentHash = builder.contentHash;
        this.signature = builder.signature;
        this.validateEndpoint = builder.validateEndpoint;
        this.onlyIfPaid = builder.onlyIfPaid;
        this.isActive = builder.isActive;
        this.meta = builder.meta;
        this.lastDeliveredAt = builder.lastDeliveredAt;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for an injectable.
     *
     * @param id numeric ID, 1 or more
     * @param slug name, unique in the project
     * @param type type
     * @param mode way in which the injectable is applied
     */
    public static Builder builder(long id, String slug, InjectableType type, InjectableMode mode) {
        return new Builder().id(id).slug(slug).type(type).mode(mode);
    }

    /** Returns the numeric ID, 1 or more. */
    public long id() {
        return id;
    }

    /** Returns the ID of the project, or null if unknown. */
    public @Nullable Long projectId() {
        return projectId;
    }

    /** Returns the name, unique in the project. */
    public String slug() {
        return slug;
    }

    /** Returns the title that the vendor gave the injectable, or null if there is none. */
    public @Nullable String title() {
        return title;
    }

    /** Returns the type. */
    public InjectableType type() {
        return type;
    }

    /** Returns the way in which the injectable is applied. */
    public InjectableMode mode() {
        return mode;
    }

    /** Returns the path or name of the target, or null if there is none. */
    public @Nullable String targetPath() {
        return targetPath;
    }

    /** Returns the encrypted payload, a text or a file, or null if the injectable comes from a list. */
    public @Nullable EncryptedContent content() {
        return content;
    }

    /**
     * Returns the location of the encrypted file on DevPayr's servers, or null if the injectable is not a file or comes from
     * a list. The payload of a file is in {@link #content()}, like any other.
     */
    public @Nullable String filePath() {
        return filePath;
    }

    /** Returns the SHA-256 hash of the plaintext in lower-case hex, or null if unknown. */
    public @Nullable String contentHash() {
        return contentHash;
    }

    /** Returns the HMAC-SHA256 of the ciphertext in lower-case hex, or null if unknown. */
    public @Nullable String signature() {
        return signature;
    }

    /** Returns the URL that validates the injectable, or null if there is none. */
    public @Nullable String validateEndpoint() {
        return validateEndpoint;
    }

    /** Returns whether the injectable is delivered to paid applications only. */
    public boolean onlyIfPaid() {
        return onlyIfPaid;
    }

    /** Returns whether the injectable is delivered at all. */
    public boolean isActive() {
        return isActive;
    }

    /** Returns the vendor's own metadata; unmodifiable, possibly empty. */
    public Map<String, @Nullable Object> meta() {
        return meta;
    }

    /** Returns the time at which an application last fetched the injectable, or null if never. */
    public @Nullable Instant lastDeliveredAt() {
        return lastDeliveredAt;
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
                        "slug", slug,
                        "title", title,
                        "type", type,
                        "mode", mode,
                        "targetPath", targetPath,
                        "content", content,
                        "filePath", filePath,
                        "contentHash", contentHash,
                        "signature", signature,
                        "validateEndpoint", validateEndpoint,
                        "onlyIfPaid", onlyIfPaid,
                        "isActive", isActive,
                        "meta", meta,
                        "lastDeliveredAt", lastDeliveredAt,
                        "createdAt", createdAt,
                        "updatedAt", updatedAt)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Injectable that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("Injectable");
    }

    /** Builder for {@link Injectable}. */
    public static final class Builder {
        private long id;
        private @Nullable Long projectId;
        private @Nullable String slug;
        private @Nullable String title;
        private @Nullable InjectableType type;
        private @Nullable InjectableMode mode;
        private @Nullable String targetPath;
        private @Nullable EncryptedContent content;
        private @Nullable String filePath;
        private @Nullable String contentHash;
        private @Nullable String signature;
        private @Nullable String validateEndpoint;
        private boolean onlyIfPaid;
        private boolean isActive;
        private Map<String, @Nullable Object> meta = Map.of();
        private @Nullable Instant lastDeliveredAt;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

        private Builder id(long id) {
            this.id = id;
            return this;
        }

        private Builder slug(String slug) {
            this.slug = slug;
            return this;
        }

        private Builder type(InjectableType type) {
            this.type = type;
            return this;
        }

        private Builder mode(InjectableMode mode) {
            this.mode = mode;
            return this;
        }

        /** Sets the ID of the project. */
        public Builder projectId(@Nullable Long projectId) {
            this.projectId = projectId;
            return this;
        }

        /** Sets the title that the vendor gave the injectable. */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /** Sets the path or name of the target. */
        public Builder targetPath(@Nullable String targetPath) {
            this.targetPath = targetPath;
            return this;
        }

        /** Sets the encrypted payload, a text or a file. */
        public Builder content(@Nullable EncryptedContent content) {
            this.content = content;
            return this;
        }

        /** Sets the location of the encrypted file on DevPayr's servers. */
        public Builder filePath(@Nullable String filePath) {
            this.filePath = filePath;
            return this;
        }

        /** Sets the SHA-256 hash of the plaintext in lower-case hex. */
        public Builder contentHash(@Nullable String contentHash) {
            this.contentHash = contentHash;
            return this;
        }

        /** Sets the HMAC-SHA256 of the ciphertext in lower-case hex. */
        public Builder signature(@Nullable String signature) {
            this.signature = signature;
            return this;
        }

        /** Sets the URL that validates the injectable. */
        public Builder validateEndpoint(@Nullable String validateEndpoint) {
            this.validateEndpoint = validateEndpoint;
            return this;
        }

        /** Sets whether the injectable is delivered to paid applications only; false by default. */
        public Builder onlyIfPaid(boolean onlyIfPaid) {
            this.onlyIfPaid = onlyIfPaid;
            return this;
        }

        /** Sets whether the injectable is delivered at all; false by default. */
        public Builder isActive(boolean isActive) {
            this.isActive = isActive;
            return this;
        }

        /** Sets the vendor's own metadata; empty by default. */
        public Builder meta(Map<String, @Nullable Object> meta) {
            this.meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
            return this;
        }

        /** Sets the time at which an application last fetched the injectable. */
        public Builder lastDeliveredAt(@Nullable Instant lastDeliveredAt) {
            this.lastDeliveredAt = lastDeliveredAt;
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

        /** Returns the injectable. */
        public Injectable build() {
            return new Injectable(this);
        }
    }
}
