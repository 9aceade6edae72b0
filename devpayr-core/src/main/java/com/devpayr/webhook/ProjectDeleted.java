package com.devpayr.webhook;

/** The event {@code project.deleted}: a project was deleted. */
public final class ProjectDeleted extends ProjectEvent {
    ProjectDeleted(Builder builder) {
        super(builder);
    }
}
