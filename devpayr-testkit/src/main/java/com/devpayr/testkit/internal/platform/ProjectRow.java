package com.devpayr.testkit.internal.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored project. */
public final class ProjectRow extends Row {
    final AccountRow owner;

    /** The name. */
    public String name = "";

    String slug = "";

    @Nullable
    String description;

    @Nullable
    String defaultRedirectUrl;

    @Nullable
    String logoUrl;

    /** The URL that its webhooks are sent to; null for that of the account. */
    public @Nullable String webhookUrl;

    /** The secret that its webhooks are signed with; null for that of the account. */
    public @Nullable String webhookSecret;

    Map<String, @Nullable Object> meta = Map.of();

    /** True if its licenses are accepted. */
    public boolean isActive = true;

    /** True if it is paid. */
    public boolean hasPaid;

    /** The time of its deletion; null if it is not deleted. A deleted project stays stored, but is inaccessible. */
    public @Nullable Instant deletedAt;

    /** The time at which it was locked; null if it is not locked. */
    public @Nullable Instant lockedAt;

    ProjectRow(long id, Instant createdAt, AccountRow owner) {
        super(id, createdAt);
        this.owner = owner;
    }

    /** Returns the parent. */
    public AccountRow owner() {
        return owner;
    }

    /** Returns whether it has a webhook secret of its own. */
    public boolean hasWebhookSecret() {
        return webhookSecret != null;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    @Override
    long parentId() {
        return owner.id;
    }

    @Override
    String uniqueName() {
        return slug;
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id", id,
                "name", name,
                "slug", slug,
                "description", description,
                "default_redirect_url", defaultRedirectUrl,
                "logo_url", logoUrl,
                "webhook_url", webhookUrl,
                "meta", Json.phpObject(meta),
                "is_active", isActive,
                "has_paid", hasPaid,
                "locked_at", lockedAt == null ? null : WireTimestamps.write(lockedAt),
                "created_at", WireTimestamps.write(createdAt),
                "updated_at", WireTimestamps.write(updatedAt));
    }
}
