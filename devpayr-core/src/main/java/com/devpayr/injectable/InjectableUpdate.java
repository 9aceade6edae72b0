package com.devpayr.injectable;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;
import com.devpayr.secret.Secret;

/**
 * Changes to an injectable: only what is set here is touched. A new content or file needs the secret, and changes
 * ciphertext, hash and signature.
 *
 * <pre>{@code
 * devpayr.injectables().update(projectId, id, InjectableUpdate.builder().content("<b>New</b>", secret).build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, injectables, update.
 */
public final class InjectableUpdate extends Fields {
    private InjectableUpdate(Builder builder) {
        super(builder);
    }

    /** An update that changes nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the changes. */
    public static final class Builder extends InjectableFields<Builder> {
        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** What it is. */
        public Builder type(InjectableType type) {
            return set("type", type);
        }

        /** How it is applied. */
        public Builder mode(InjectableMode mode) {
            return set("mode", mode);
        }

        /** Where it is applied. */
        public Builder targetPath(String targetPath) {
            return set("target_path", Preconditions.text("target_path", targetPath));
        }

        /** New text, and the secret that DevPayr encrypts and signs it with. */
        public Builder content(String content, Secret secret) {
            set("content", Preconditions.text("content", content));
            return set("secret", secret);
        }

        /**
         * A new file, and the secret that DevPayr encrypts and signs it with.
         *
         * @throws com.devpayr.error.InvalidRequestException when the file is larger than 5 MiB
         */
        public Builder file(Upload file, Secret secret) {
            setFile(file);
            return set("secret", secret);
        }

        /** Removes the title. */
        public Builder clearTitle() {
            return clear("title");
        }

        /** Removes the validation URL. */
        public Builder clearValidateEndpoint() {
            return clear("validate_endpoint");
        }

        /** The update. */
        public InjectableUpdate build() {
            return new InjectableUpdate(this);
        }
    }
}
