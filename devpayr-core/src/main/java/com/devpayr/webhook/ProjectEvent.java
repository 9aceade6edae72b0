package com.devpayr.webhook;

import com.devpayr.project.Project;
import org.jspecify.annotations.Nullable;

/** An event of a project. Types that are unknown to this version are instances of this class itself. */
public sealed class ProjectEvent extends WebhookEvent
        permits ProjectCreated, ProjectUpdated, ProjectDeleted, ProjectPaid, ProjectUnpaid, ProjectLocked {
    private final @Nullable Project project;

    ProjectEvent(Builder builder) {
        super(builder);
        this.project = builder.project;
    }

    /**
     * Returns the project; null if the event does not contain all of its required fields, as may be the case after a deletion. The
     * fields that it contains are in {@link #data()}.
     */
    public final @Nullable Project project() {
        return project;
    }

    @Override
    public final @Nullable Long projectId() {
        return project != null ? Long.valueOf(project.id()) : number("id");
    }
}
