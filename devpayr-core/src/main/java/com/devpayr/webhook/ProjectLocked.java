package com.devpayr.webhook;

/** The event {@code project.locked}: a project was locked. */
public final class ProjectLocked extends ProjectEvent {
    ProjectLocked(Builder builder) {
        super(builder);
    }
}
