package com.devpayr.project;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * A project to be made.
 *
 * <pre>{@code
 * Project shop = devpayr.projects().create(ProjectDraft.builder("Shop").description("The web shop").build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, projects, create.
 */
public final class ProjectDraft extends Fields {
    private ProjectDraft(Builder builder) {
        super(builder);
    }

    /**
     * A draft.
     *
     * @param name its name, not blank, at most 255 characters
     * @throws com.devpayr.error.InvalidRequestException when the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Gathers the draft's fields. */
    public static final class Builder extends ProjectFields<Builder> {
        private Builder(String name) {
            set("name", Preconditions.text("name", name));
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** The draft. */
        public ProjectDraft build() {
            return new ProjectDraft(this);
        }
    }
}
