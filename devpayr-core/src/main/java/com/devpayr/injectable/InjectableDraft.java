package com.devpayr.injectable;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.secret.Secret;

/**
 * An injectable to upload: text, or a file of at most 5 MiB, which is streamed.
 *
 * <pre>{@code
 * InjectableDraft banner = InjectableDraft.builder(InjectableType.HTML, InjectableMode.INLINE_RENDER, secret)
 *         .targetPath("banner")
 *         .content("<b>Pro</b>")
 *         .build();
 * InjectableDraft logo = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, secret)
 *         .targetPath("img/logo.png")
 *         .file(Upload.of(path))
 *         .build();
 * }</pre>
 *
 * <p>By default, the injectable is active and delivered to paid applications only.
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public final class InjectableDraft extends InjectableFields {
    static {
        RequestBodies.register(InjectableDraft.class, draft -> draft.body);
    }

    private InjectableDraft(Builder builder) {
        super(builder.body.build());
    }

    /**
     * Returns a builder for a draft. Requires a target path, and either content or, for the type {@link
     * InjectableType#FILE}, a file.
     *
     * @param type type
     * @param mode way in which the injectable is applied
     * @param secret secret that DevPayr encrypts and signs the injectable with
     */
    public static Builder builder(InjectableType type, InjectableMode mode, Secret secret) {
        return new Builder(type, mode, secret);
    }

    /** Returns the type. */
    public InjectableType type() {
        return requireNonNull(body.value("type", InjectableType.class));
    }

    /** Returns the way in which the injectable is applied. */
    public InjectableMode mode() {
        return requireNonNull(body.value("mode", InjectableMode.class));
    }

    /** Returns the path or name of the target. */
    public String targetPath() {
        return requireNonNull(body.value("target_path", String.class));
    }

    /** Returns the secret that DevPayr encrypts and signs the injectable with. */
    public Secret secret() {
        return requireNonNull(body.value("secret", Secret.class));
    }

    /** Builder for {@link InjectableDraft}. */
    public static final class Builder extends InjectableFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("builder", "type", "mode", "secret");

        private final boolean isFile;

        private Builder(InjectableType type, InjectableMode mode, Secret secret) {
            super(FIELDS);
            body.set("type", type);
            body.set("mode", mode);
            body.set("secret", secret);
            onlyIfPaid(true);
            isActive(true);
            isFile = type.equals(InjectableType.FILE);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the path or name of the target; not blank. */
        public Builder targetPath(String targetPath) {
            body.set("target_path", Preconditions.text("target_path", targetPath));
            return this;
        }

        /** Sets the plaintext, which DevPayr encrypts. Every type but {@link InjectableType#FILE} requires it. */
        public Builder content(String content) {
            setContent(content);
            return this;
        }

        /**
         * Sets the file, which DevPayr encrypts. The type {@link InjectableType#FILE} requires it.
         *
         * @throws com.devpayr.error.InvalidRequestException if the file is larger than 5 MiB
         */
        public Builder file(Upload file) {
            setFile(file);
            return this;
        }

        /**
         * Returns the draft.
         *
         * @throws com.devpayr.error.InvalidRequestException if target path, content or file is missing, or the type does not
         *     fit
         */
        public InjectableDraft build() {
            body.require("target_path", "targetPath(String)");
            body.require(isFile ? "file" : "content", isFile ? "file(Upload)" : "content(String)");
            body.forbid(
                    isFile ? "content" : "file", isFile ? "a file has no content" : "only the type file has a file");
            return new InjectableDraft(this);
        }
    }
}
