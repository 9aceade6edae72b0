package com.devpayr.webhook;

/** The event {@code project.paid}: a project was marked as paid. */
public final class ProjectPaid extends ProjectEvent {
    ProjectPaid(Builder builder) {
        super(builder);
    }
}
