package com.devpayr.testkit.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A domain of a project. */
public final class DomainRow extends Row {
    final ProjectRow project;
    String domain = "";

    /** The wire's word for what it is used for. */
    public String environment = "production";

    /** Whether it has been paid for. */
    public boolean hasPaid;

    /** Whether copies may run there. */
    public boolean isActive = true;

    /** Whether the vendor has proven to own it. */
    public boolean isVerified;

    boolean isPrimary;
    boolean isLocked;

    DomainRow(long id, Instant createdAt, ProjectRow project) {
        super(id, createdAt);
        this.project = project;
    }

    @Override
    long parentId() {
        return project.id;
    }

    @Override
    String uniqueName() {
        return uniqueName(project, domain);
    }

    static String uniqueName(ProjectRow project, String domain) {
        return project.id + "/" + domain;
    }

    /** A row of the list says less than a single domain. */
    Map<String, @Nullable Object> listJson() {
        return Json.object(
                "id", id,
                "project_id", project.id,
                "domain", domain,
                "has_paid", hasPaid,
                "is_active", isActive,
                "is_primary", isPrimary,
                "created_at", WireTimestamps.write(createdAt),
                "updated_at", WireTimestamps.write(updatedAt));
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = listJson();
        json.put("environment", environment);
        json.put("is_verified", isVerified);
        json.put("is_locked", isLocked);
        return json;
    }
}
