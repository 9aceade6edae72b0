package com.devpayr.testkit.internal.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored project domain. */
public final class DomainRow extends ProjectResourceRow {
    String domain = "";

    /** The name of the environment. */
    public String environment = "production";

    /** True if it is paid. */
    public boolean hasPaid;

    /** True if applications are accepted there. */
    public boolean isActive = true;

    /** True if its ownership is verified. */
    public boolean isVerified;

    /** True if applications are refused there. */
    public boolean isLocked;

    boolean isPrimary;

    DomainRow(long id, Instant createdAt, ProjectRow project) {
        super(id, createdAt, project);
    }

    @Override
    String nameInProject() {
        return domain;
    }

    /** Returns the JSON of a list row, which omits some fields. */
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
