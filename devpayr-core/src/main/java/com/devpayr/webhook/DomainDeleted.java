package com.devpayr.webhook;

/** The event {@code domain.deleted}: a domain was removed from a project. */
public final class DomainDeleted extends DomainEvent {
    DomainDeleted(Builder builder) {
        super(builder);
    }
}
