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

    @Nullable
    String webhookUrl;

    Map<String, @Nullable Object> meta = Map.of();

    /** True if its licenses are accepted. */
    public boolean isActive = true;

    /** True if it is paid. */
    public boolean hasPaid;

    /** The time of its deletion; null if it is not deleted. A deleted project stays stored, but is inaccessible. */
    public @Nullable Instant deletedAt;

    /** The strategy that decides on which domains its licenses are accepted. */
    public DomainStrategy strategy = DomainStrategy.LICENSE_DOMAINS;

    ProjectRow(long id, Instant createdAt, AccountRow owner) {
        super(id, createdAt);
        this.owner = owner;
    }

    /** Returns the parent. */
    public AccountRow owner() {
        return owner;
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
                "locked_at", null,
                "created_at", WireTimestamps.write(createdAt),
                "updated_at", WireTimestamps.write(updatedAt));
    }
}
