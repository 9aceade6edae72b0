package com.devpayr.project;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;

/**
 * A project to create.
 *
 * <pre>{@code
 * Project shop = devpayr.projects().create(ProjectDraft.builder("Shop").description("The web shop").build());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Projects.
 */
public final class ProjectDraft extends ProjectFields {
    static {
        RequestBodies.register(ProjectDraft.class, draft -> draft.body);
    }

    private ProjectDraft(Builder builder) {
        super(builder.body.build());
    }

    /**
     * Returns a builder for a draft.
     *
     * @param name name, not blank, at most 255 characters
     * @throws com.devpayr.error.InvalidRequestException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Returns the name. */
    public String name() {
        return requireNonNull(body.value("name", String.class));
    }

    /** Builder for {@link ProjectDraft}. */
    public static final class Builder extends ProjectFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("builder", "name");

        private Builder(String name) {
            super(FIELDS);
            body.set("name", Preconditions.text("name", name));
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the draft. */
        public ProjectDraft build() {
            return new ProjectDraft(this);
        }
    }
}
