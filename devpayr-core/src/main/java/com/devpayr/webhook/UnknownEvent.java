package com.devpayr.webhook;

import org.jspecify.annotations.Nullable;

/** An event whose type names no known resource. Its content is in {@link #data()} and {@link #body()}. */
public final class UnknownEvent extends WebhookEvent {
    UnknownEvent(Builder builder) {
        super(builder);
    }

    @Override
    public @Nullable Long projectId() {
        return number("project_id");
    }
}
