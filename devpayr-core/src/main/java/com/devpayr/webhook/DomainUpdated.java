package com.devpayr.webhook;

/** The event {@code domain.updated}: a domain was changed. */
public final class DomainUpdated extends DomainEvent {
    DomainUpdated(Builder builder) {
        super(builder);
    }
}
