package com.devpayr.webhook;

import static java.util.Objects.requireNonNull;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change in DevPayr that was delivered to a webhook. Known types have classes of their own, such as {@link LicenseRevoked};
 * an unknown type of a known resource is a plain {@link ProjectEvent}, {@link DomainEvent} or {@link LicenseEvent}, and any
 * other an {@link UnknownEvent}.
 *
 * <pre>{@code
 * if (event instanceof LicenseRevoked revoked) {
 *     log.info("License {} was revoked", revoked.license());
 * }
 * }</pre>
 *
 * <p>Events may arrive repeatedly and in any order. DevPayr does not document the shape of the body; the one that is read here
 * is a default of this library. Unknown fields are kept in {@link #body()}.
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks.
 */
public abstract sealed class WebhookEvent permits DomainEvent, LicenseEvent, ProjectEvent, UnknownEvent {
    private final String id;
    private final WebhookEventType type;
    private final @Nullable Instant createdAt;
    private final Map<String, @Nullable Object> data;
    private final String body;

    WebhookEvent(Builder builder) {
        this.id = builder.id;
        this.type = builder.type;
        this.createdAt = builder.createdAt;
        this.data = builder.data;
        this.body = builder.body;
    }

    /**
     * Returns a builder for an event, for tests of an application's listeners. The class of the event follows from its type.
     *
     * @param id ID of the event, the same for each attempt to deliver it
     */
    public static Builder builder(String id, WebhookEventType type) {
        return new Builder(id, type);
    }

    /** Returns the ID of the event, which is the same for each attempt to deliver it. */
    public final String id() {
        return id;
    }

    /** Returns the type. */
    public final WebhookEventType type() {
        return type;
    }

    /** Returns the time of the event; null if it contains none. */
    public final @Nullable Instant createdAt() {
        return createdAt;
    }

    /** Returns the ID of the project that the event concerns; null if it contains none. */
    public abstract @Nullable Long projectId();

    /** Returns the fields of the resource as in JSON; unmodifiable, possibly empty. May contain a license key. */
    public final Map<String, @Nullable Object> data() {
        return data;
    }

    /** Returns the JSON document exactly as received; empty for an event that was built. May contain a license key. */
    public final String body() {
        return body;
    }

    @Nullable
    Long number(String field) {
        return data.get(field) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    /** Returns the class, ID, type, time and project, without the data, since that may contain a license key. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[id=" + id + ", type=" + type + ", createdAt=" + createdAt + ", projectId="
                + projectId() + "]";
    }

    /** A builder for {@link WebhookEvent}. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final WebhookEventType type;
        private @Nullable Instant createdAt;
        private Map<String, @Nullable Object> data = Map.of();
        private String body = "";

        @Nullable
        Project project;

        @Nullable
        ProjectDomain domain;

        @Nullable
        License license;

        private Builder(String id, WebhookEventType type) {
            this.id = requireNonNull(id, "id");
            this.type = requireNonNull(type, "type");
        }

        /** Sets the time of the event. */
        public Builder createdAt(@Nullable Instant time) {
            this.createdAt = time;
            return this;
        }

        /** Sets the project of a {@link ProjectEvent}. */
        public Builder project(@Nullable Project project) {
            this.project = project;
            return this;
        }

        /** Sets the domain of a {@link DomainEvent}. */
        public Builder domain(@Nullable ProjectDomain domain) {
            this.domain = domain;
            return this;
        }

        /** Sets the license of a {@link LicenseEvent}. */
        public Builder license(@Nullable License license) {
            this.license = license;
            return this;
        }

        /** Sets the fields of the resource as in JSON. The map is copied. */
        public Builder data(Map<String, ? extends @Nullable Object> data) {
            this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
            return this;
        }

        /** Sets the JSON document. */
        public Builder body(String body) {
            this.body = body;
            return this;
        }

        /** Builds the event. */
        public WebhookEvent build() {
            return switch (type.value()) {
                case "project.created" -> new ProjectCreated(this);
                case "project.updated" -> new ProjectUpdated(this);
                case "project.deleted" -> new ProjectDeleted(this);
                case "project.paid" -> new ProjectPaid(this);
                case "project.unpaid" -> new ProjectUnpaid(this);
                case "project.locked" -> new ProjectLocked(this);
                case "domain.created" -> new DomainCreated(this);
                case "domain.updated" -> new DomainUpdated(this);
                case "domain.deleted" -> new DomainDeleted(this);
                case "license.created" -> new LicenseCreated(this);
                case "license.updated" -> new LicenseUpdated(this);
                case "license.revoked" -> new LicenseRevoked(this);
                case "license.reactivated" -> new LicenseReactivated(this);
                case "license.expired" -> new LicenseExpired(this);
                case "license.deleted" -> new LicenseDeleted(this);
                default -> buildUnknown();
            };
        }

        private WebhookEvent buildUnknown() {
            return switch (type.value().split("\\.", 2)[0]) {
                case "project" -> new ProjectEvent(this);
                case "domain" -> new DomainEvent(this);
                case "license" -> new LicenseEvent(this);
                default -> new UnknownEvent(this);
            };
        }
    }
}
