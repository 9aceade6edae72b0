package com.devpayr.injectable;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;
import com.devpayr.secret.Secret;

/**
 * An injectable to be uploaded: text, or a file of at most 5 MiB that is streamed.
 *
 * <pre>{@code
 * InjectableDraft banner = InjectableDraft.text(InjectableType.HTML, InjectableMode.INLINE_RENDER, "banner", secret, "<b>Pro</b>")
 *         .slug("banner")
 *         .build();
 * InjectableDraft logo = InjectableDraft.file(InjectableMode.WRITE, "img/logo.png", secret, Upload.of(path)).build();
 * }</pre>
 *
 * <p>Delivered, and to paid copies only, unless the builder is told otherwise.
 *
 * <p>Source: wire contract, section 3, injectables, create.
 */
public final class InjectableDraft extends Fields {
    private InjectableDraft(Builder builder) {
        super(builder);
    }

    /**
     * A draft of text.
     *
     * @param targetPath where it is applied, not blank
     * @param secret what DevPayr encrypts and signs it with
     * @param content the plaintext; DevPayr encrypts it
     */
    public static Builder text(
            InjectableType type, InjectableMode mode, String targetPath, Secret secret, String content) {
        return new Builder(type, mode, targetPath, secret).content(content);
    }

    /**
     * A draft of a file.
     *
     * @param targetPath where it is applied, not blank
     * @param secret what DevPayr encrypts and signs it with
     * @param file the plaintext; DevPayr encrypts it
     * @throws com.devpayr.error.InvalidRequestException when the file is larger than 5 MiB
     */
    public static Builder file(InjectableMode mode, String targetPath, Secret secret, Upload file) {
        return new Builder(InjectableType.FILE, mode, targetPath, secret).file(file);
    }

    /** Gathers the draft's fields. */
    public static final class Builder extends InjectableFields<Builder> {
        private Builder(InjectableType type, InjectableMode mode, String targetPath, Secret secret) {
            set("type", type);
            set("mode", mode);
            set("target_path", Preconditions.text("target_path", targetPath));
            set("secret", secret);
            onlyIfPaid(true);
            isActive(true);
        }

        private Builder content(String content) {
            return set("content", Preconditions.text("content", content));
        }

        private Builder file(Upload file) {
            setFile(file);
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** The draft. */
        public InjectableDraft build() {
            return new InjectableDraft(this);
        }
    }
}
