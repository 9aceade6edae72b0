package com.devpayr.testkit.internal.platform;

import com.devpayr.jackson.internal.WireTimestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored license. */
public final class LicenseRow extends ProjectResourceRow {
    /** The license key, called {@code uuid} in the API. */
    public final String uuid;

    LicenseUsage usage = new LicenseUsage();
    String title = "";

    /** The id of the domain that it is pinned to; null for none. */
    public @Nullable Long domainId;

    /** The expiry; null for none. */
    public @Nullable Instant expiresAt;

    /** True if it is revoked. */
    public boolean isRevoked;

    /** The domains that it is validated against. */
    public DomainStrategy validateAgainst = DomainStrategy.LICENSE_DOMAINS;

    /** True if it is limited to test domains. */
    public boolean isTest;

    @Nullable
    Integer maxDomains;

    @Nullable
    Integer maxSubdomainsPerDomain;

    @Nullable
    Integer maxUsagePerDay;

    List<String> allowedIps = List.of();
    List<String> allowedCountries = List.of();
    boolean allowConfigs;

    /** True if its expiry was published since it expired. Not stored. */
    transient boolean expiryIsPublished;

    LicenseRow(long id, Instant createdAt, ProjectRow project, String uuid) {
        super(id, createdAt, project);
        this.uuid = uuid;
    }

    @Override
    String nameInProject() {
        return title;
    }

    /** Returns its usage. */
    public LicenseUsage usage() {
        return usage;
    }

    /** Returns the parent. */
    public ProjectRow project() {
        return project;
    }

    /** Resets its usage. */
    public void resetUsage() {
        usage = new LicenseUsage();
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    private String status(Instant now) {
        if (isRevoked) {
            return "revoked";
        }
        return isExpired(now) ? "expired" : "active";
    }

    Map<String, @Nullable Object> json(Instant now) {
        return Json.object(
                "id", id,
                "uuid", uuid,
                "project_id", project.id,
                "title", title,
                "domain_id", domainId,
                "status", status(now),
                "expires_at", expiresAt == null ? null : WireTimestamps.write(expiresAt),
                "max_domains", maxDomains,
                "max_subdomains_per_domain", maxSubdomainsPerDomain,
                "max_usage_per_day", maxUsagePerDay,
                "allowed_ips", allowedIps,
                "allowed_countries", allowedCountries,
                "is_test_license", isTest,
                "allow_configs", allowConfigs,
                "created_at", WireTimestamps.write(createdAt),
                "updated_at", WireTimestamps.write(updatedAt));
    }
}
