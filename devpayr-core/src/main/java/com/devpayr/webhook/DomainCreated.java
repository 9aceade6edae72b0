package com.devpayr.webhook;

/** The event {@code domain.created}: a domain was added to a project. */
public final class DomainCreated extends DomainEvent {
    DomainCreated(Builder builder) {
        super(builder);
    }
}
