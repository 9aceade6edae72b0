package com.devpayr.injectable;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Changes to an injectable. Only fields that are set or cleared change. New content or a new file requires the secret and
 * changes ciphertext, hash and signature.
 *
 * <pre>{@code
 * devpayr.injectables().update(projectId, id, InjectableUpdate.builder().content("<b>New</b>", secret).build());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Injectables.
 */
public final class InjectableUpdate extends InjectableFields {
    static {
        RequestBodies.register(InjectableUpdate.class, update -> update.body);
    }

    private InjectableUpdate(Builder builder) {
        super(builder.body.build());
    }

    /** Returns a builder for an update that changes nothing so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the type, or null if not set. */
    public @Nullable InjectableType type() {
        return body.value("type", InjectableType.class);
    }

    /** Returns the way in which the injectable is applied, or null if not set. */
    public @Nullable InjectableMode mode() {
        return body.value("mode", InjectableMode.class);
    }

    /** Returns the path or name of the target, or null if not set. */
    public @Nullable String targetPath() {
        return body.value("target_path", String.class);
    }

    /** Returns the secret for the new content or file, or null if not set. */
    public @Nullable Secret secret() {
        return body.value("secret", Secret.class);
    }

    /** Returns whether the update removes the title. */
    public boolean clearsTitle() {
        return body.isCleared("title");
    }

    /** Returns whether the update removes the validation URL. */
    public boolean clearsValidateEndpoint() {
        return body.isCleared("validate_endpoint");
    }

    /** Builder for {@link InjectableUpdate}. */
    public static final class Builder extends InjectableFields.Builder<Builder> {
        private static final KnownFields FIELDS =
                KNOWN.with("type", "type").with("mode", "mode").with("content", "secret");

        private Builder() {
            super(FIELDS);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the type. Changing it to {@link InjectableType#FILE} requires a file. */
        public Builder type(InjectableType type) {
            body.set("type", type);
            return this;
        }

        /** Sets the way in which the injectable is applied. */
        public Builder mode(InjectableMode mode) {
            body.set("mode", mode);
            return this;
        }

        /** Sets the path or name of the target; not blank. */
        public Builder targetPath(String targetPath) {
            body.set("target_path", Preconditions.text("target_path", targetPath));
            return this;
        }

        /** Sets new text, and the secret that DevPayr encrypts and signs it with. */
        public Builder content(String content, Secret secret) {
            setContent(content);
            body.set("secret", secret);
            return this;
        }

        /**
         * Sets a new file, and the secret that DevPayr encrypts and signs it with.
         *
         * @throws com.devpayr.error.InvalidRequestException if the file is larger than 5 MiB
         */
        public Builder file(Upload file, Secret secret) {
            setFile(file);
            body.set("secret", secret);
            return this;
        }

        /** Removes the title. */
        public Builder clearTitle() {
            body.clear("title");
            return this;
        }

        /** Removes the validation URL. */
        public Builder clearValidateEndpoint() {
            body.clear("validate_endpoint");
            return this;
        }

        /** Returns the update. */
        public InjectableUpdate build() {
            return new InjectableUpdate(this);
        }
    }
}
