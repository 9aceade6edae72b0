package com.devpayr.webhook;

import static java.util.Objects.requireNonNull;

/**
 * The type of a webhook event.
 *
 * <p>An open set: values that are unknown to this version are kept unchanged. DevPayr documents {@code project.created} and
 * {@code project.updated} by name, and mentions more; the other names are defaults of this library.
 *
 * @param value value in JSON
 */
public record WebhookEventType(String value) {
    /** A project was created. */
    public static final WebhookEventType PROJECT_CREATED = new WebhookEventType("project.created");
    /** Key fields of a project changed. */
    public static final WebhookEventType PROJECT_UPDATED = new WebhookEventType("project.updated");
    /** A project was deleted. */
    public static final WebhookEventType PROJECT_DELETED = new WebhookEventType("project.deleted");
    /** A project was marked as paid. */
    public static final WebhookEventType PROJECT_PAID = new WebhookEventType("project.paid");
    /** A project was marked as unpaid. */
    public static final WebhookEventType PROJECT_UNPAID = new WebhookEventType("project.unpaid");
    /** A project was locked. */
    public static final WebhookEventType PROJECT_LOCKED = new WebhookEventType("project.locked");
    /** A domain was added to a project. */
    public static final WebhookEventType DOMAIN_CREATED = new WebhookEventType("domain.created");
    /** A domain was changed. */
    public static final WebhookEventType DOMAIN_UPDATED = new WebhookEventType("domain.updated");
    /** A domain was removed from a project. */
    public static final WebhookEventType DOMAIN_DELETED = new WebhookEventType("domain.deleted");
    /** A license was created. */
    public static final WebhookEventType LICENSE_CREATED = new WebhookEventType("license.created");
    /** A license was changed. */
    public static final WebhookEventType LICENSE_UPDATED = new WebhookEventType("license.updated");
    /** A license was revoked. */
    public static final WebhookEventType LICENSE_REVOKED = new WebhookEventType("license.revoked");
    /** A revoked license was reactivated. */
    public static final WebhookEventType LICENSE_REACTIVATED = new WebhookEventType("license.reactivated");
    /** A license expired. */
    public static final WebhookEventType LICENSE_EXPIRED = new WebhookEventType("license.expired");
    /** A license was deleted. */
    public static final WebhookEventType LICENSE_DELETED = new WebhookEventType("license.deleted");

    /** Creates a value, which may be unknown to this version. */
    public WebhookEventType {
        requireNonNull(value, "value");
    }

    /** Returns the value in JSON. */
    @Override
    public String toString() {
        return value;
    }
}
