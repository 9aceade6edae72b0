package com.devpayr.webhook;

/** The event {@code project.created}: a project was created. */
public final class ProjectCreated extends ProjectEvent {
    ProjectCreated(Builder builder) {
        super(builder);
    }
}
