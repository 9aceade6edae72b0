package com.devpayr.testkit.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project. */
public final class ProjectRow extends Row {
    final AccountRow owner;

    /** What it is called. */
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

    /** Whether its licenses work at all. */
    public boolean isActive = true;

    /** Whether it has been paid for. */
    public boolean hasPaid;

    /** When it was deleted; null when it was not. It stays, and its children become inaccessible. */
    public @Nullable Instant deletedAt;

    /** How it decides where its licenses may run. */
    public DomainStrategy strategy = DomainStrategy.LICENSE_DOMAINS;

    ProjectRow(long id, Instant createdAt, AccountRow owner) {
        super(id, createdAt);
        this.owner = owner;
    }

    /** Whose it is. */
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
