package com.devpayr.webhook;

/** The event {@code project.updated}: key fields of a project changed. */
public final class ProjectUpdated extends ProjectEvent {
    ProjectUpdated(Builder builder) {
        super(builder);
    }
}
