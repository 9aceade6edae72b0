package com.devpayr.project;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * Changes to a project: only what is set here is touched. This is how a project is marked paid.
 *
 * <pre>{@code
 * devpayr.projects().update(id, ProjectUpdate.builder().hasPaid(true).clearDescription().build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, projects, update. The server ignores an update that repeats an identical body
 * within 60 minutes.
 */
public final class ProjectUpdate extends Fields {
    private ProjectUpdate(Builder builder) {
        super(builder);
    }

    /** An update that changes nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the changes. */
    public static final class Builder extends ProjectFields<Builder> {
        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** Its name, not blank, at most 255 characters. */
        public Builder name(String name) {
            return set("name", Preconditions.text("name", name));
        }

        /** Removes the description. */
        public Builder clearDescription() {
            return clear("description");
        }

        /** Removes the redirect target. */
        public Builder clearDefaultRedirectUrl() {
            return clear("default_redirect_url");
        }

        /** Removes the logo. */
        public Builder clearLogoUrl() {
            return clear("logo_url");
        }

        /** Removes the webhook. */
        public Builder clearWebhookUrl() {
            return clear("webhook_url");
        }

        /** The update. */
        public ProjectUpdate build() {
            return new ProjectUpdate(this);
        }
    }
}
