package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An injectable as the running application receives it: without ID and hash, always with a payload.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public final class DeliveredInjectable {
    private final String slug;
    private final InjectableType type;
    private final InjectableMode mode;
    private final @Nullable String targetPath;
    private final @Nullable EncryptedContent content;
    private final @Nullable String filePath;
    private final @Nullable String signature;
    private final Map<String, @Nullable Object> meta;
    private final Map<String, @Nullable Object> extra;

    private DeliveredInjectable(Builder builder) {
        this.slug = requireNonNull(builder.slug, "slug");
        this.type = requireNonNull(builder.type, "type");
        this.mode = requireNonNull(builder.mode, "mode");
        this.targetPath = builder.targetPath;
        this.content = builder.content;
        this.filePath = builder.filePath;
        this.signature = builder.signature;
        this.meta = builder.meta;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for a delivered injectable.
     *
     * @param slug name, unique in the project
     * @param type type
     * @param mode way in which the injectable is applied
     */
    public static Builder builder(String slug, InjectableType type, InjectableMode mode) {
        return new Builder().slug(slug).type(type).mode(mode);
    }

    /** Returns the name, unique in the project. */
    public String slug() {
        return slug;
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

    /** Returns the encrypted payload, a text or a file, or null if DevPayr sent none. */
    public @Nullable EncryptedContent content() {
        return content;
    }

    /**
     * Returns the location of the encrypted file on DevPayr's servers, or null if the injectable is not a file. The payload
     * of a file is in {@link #content()}, like any other.
     */
    public @Nullable String filePath() {
        return filePath;
    }

    /** Returns the HMAC-SHA256 of the ciphertext in lower-case hex, or null if unsigned. */
    public @Nullable String signature() {
        return signature;
    }

    /** Returns the vendor's own metadata; unmodifiable, possibly empty. */
    public Map<String, @Nullable Object> meta() {
        return meta;
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
                        "slug", slug,
                        "type", type,
                        "mode", mode,
                        "targetPath", targetPath,
                        "content", content,
                        "filePath", filePath,
                        "signature", signature,
                        "meta", meta)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeliveredInjectable that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("DeliveredInjectable");
    }

    /** Builder for {@link DeliveredInjectable}. */
    public static final class Builder {
        private @Nullable String slug;
        private @Nullable InjectableType type;
        private @Nullable InjectableMode mode;
        private @Nullable String targetPath;
        private @Nullable EncryptedContent content;
        private @Nullable String filePath;
        private @Nullable String signature;
        private Map<String, @Nullable Object> meta = Map.of();
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

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

        /** Sets the HMAC-SHA256 of the ciphertext in lower-case hex. */
        public Builder signature(@Nullable String signature) {
            this.signature = signature;
            return this;
        }

        /** Sets the vendor's own metadata; empty by default. */
        public Builder meta(Map<String, @Nullable Object> meta) {
            this.meta = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(meta, "meta")));
            return this;
        }

        /** Sets a field that this version of the library does not know, by its name in JSON. */
        public Builder extra(String name, @Nullable Object value) {
            extra = ExtraFields.add(extra, name, value);
            return this;
        }

        /** Returns the delivered injectable. */
        public DeliveredInjectable build() {
            return new DeliveredInjectable(this);
        }
    }
}
