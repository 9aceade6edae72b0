package com.devpayr.webhook;

import com.devpayr.domain.ProjectDomain;
import org.jspecify.annotations.Nullable;

/** An event of a domain. Types that are unknown to this version are instances of this class itself. */
public sealed class DomainEvent extends WebhookEvent permits DomainCreated, DomainUpdated, DomainDeleted {
    private final @Nullable ProjectDomain domain;

    DomainEvent(Builder builder) {
        super(builder);
        this.domain = builder.domain;
    }

    /**
     * Returns the domain; null if the event does not contain all of its required fields, as may be the case after a deletion. The
     * fields that it contains are in {@link #data()}.
     */
    public final @Nullable ProjectDomain domain() {
        return domain;
    }

    @Override
    public final @Nullable Long projectId() {
        return domain != null && domain.projectId() != null ? domain.projectId() : number("project_id");
    }
}
