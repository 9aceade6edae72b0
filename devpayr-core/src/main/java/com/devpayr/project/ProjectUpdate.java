package com.devpayr.project;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a project. Only fields that are set or cleared change.
 *
 * <pre>{@code
 * devpayr.projects().update(id, ProjectUpdate.builder().hasPaid(true).clearDescription().build());
 * }</pre>
 *
 * <p>DevPayr ignores an update that repeats an identical body within 60 minutes.
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public final class ProjectUpdate extends ProjectFields {
    static {
        RequestBodies.register(ProjectUpdate.class, update -> update.body);
    }

    private ProjectUpdate(Builder builder) {
        super(builder.body.build());
    }

    /** Returns a builder for an update that changes nothing so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the name, or null if not set. */
    public @Nullable String name() {
        return body.value("name", String.class);
    }

    /** Returns whether the update removes the description. */
    public boolean clearsDescription() {
        return body.isCleared("description");
    }

    /** Returns whether the update removes the redirect URL. */
    public boolean clearsDefaultRedirectUrl() {
        return body.isCleared("default_redirect_url");
    }

    /** Returns whether the update removes the logo. */
    public boolean clearsLogoUrl() {
        return body.isCleared("logo_url");
    }

    /** Returns whether the update removes the webhook URL. */
    public boolean clearsWebhookUrl() {
        return body.isCleared("webhook_url");
    }

    /** Builder for {@link ProjectUpdate}. */
    public static final class Builder extends ProjectFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("name", "name");

        private Builder() {
            super(FIELDS);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the name, not blank, at most 255 characters. */
        public Builder name(String name) {
            body.set("name", Preconditions.text("name", name));
            return this;
        }

        /** Removes the description. */
        public Builder clearDescription() {
            body.clear("description");
            return this;
        }

        /** Removes the redirect URL. */
        public Builder clearDefaultRedirectUrl() {
            body.clear("default_redirect_url");
            return this;
        }

        /** Removes the logo. */
        public Builder clearLogoUrl() {
            body.clear("logo_url");
            return this;
        }

        /** Removes the webhook URL. */
        public Builder clearWebhookUrl() {
            body.clear("webhook_url");
            return this;
        }

        /** Returns the update. */
        public ProjectUpdate build() {
            return new ProjectUpdate(this);
        }
    }
}
