package com.devpayr.webhook;

/** The event {@code project.unpaid}: a project was marked as unpaid. */
public final class ProjectUnpaid extends ProjectEvent {
    ProjectUnpaid(Builder builder) {
        super(builder);
    }
}
