package com.devpayr.cli;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.guard.Verdict;
import com.devpayr.injectable.Injectable;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of resources in output, by their names in DevPayr's JSON and in the order in which they are shown. License keys
 * are masked, and payloads left out.
 */
final class ResourceFields {
    static final List<String> PROJECT_COLUMNS = List.of("id", "slug", "name", "is_active", "has_paid", "created_at");
    static final List<String> LICENSE_COLUMNS =
            List.of("id", "title", "status", "license_key", "domain_id", "expires_at", "created_at");
    static final List<String> DOMAIN_COLUMNS =
            List.of("id", "domain", "is_active", "is_primary", "has_paid", "created_at");
    static final List<String> INJECTABLE_COLUMNS =
            List.of("id", "slug", "type", "mode", "target_path", "is_active", "only_if_paid", "updated_at");

    private ResourceFields() {}

    static Map<String, @Nullable Object> of(Project project) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", project.id());
        fields.put("name", project.name());
        fields.put("slug", project.slug());
        fields.put("description", project.description());
        fields.put("default_redirect_url", project.defaultRedirectUrl());
        fields.put("logo_url", project.logoUrl());
        fields.put("webhook_url", project.webhookUrl());
        fields.put("meta", project.meta());
        fields.put("is_active", project.isActive());
        fields.put("has_paid", project.hasPaid());
        fields.put("locked_at", project.lockedAt());
        fields.put("created_at", project.createdAt());
        fields.put("updated_at", project.updatedAt());
        return fields;
    }

    static Map<String, @Nullable Object> of(License license) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", license.id());
        fields.put("title", license.title());
        fields.put("status", license.status());
        fields.put("license_key", Text.masked(license.key()));
        fields.put("project_id", license.projectId());
        fields.put("domain_id", license.domainId());
        fields.put("expires_at", license.expiresAt());
        fields.put("max_domains", license.maxDomains());
        fields.put("max_subdomains_per_domain", license.maxSubdomainsPerDomain());
        fields.put("max_usage_per_day", license.maxUsagePerDay());
        fields.put("allowed_ips", license.allowedIps());
        fields.put("allowed_countries", license.allowedCountries());
        fields.put("is_test_license", license.isTestLicense());
        fields.put("allow_configs", license.allowConfigs());
        fields.put("created_at", license.createdAt());
        fields.put("updated_at", license.updatedAt());
        return fields;
    }

    static Map<String, @Nullable Object> of(ProjectDomain domain) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", domain.id());
        fields.put("domain", domain.domain());
        fields.put("project_id", domain.projectId());
        fields.put("environment", domain.environment());
        fields.put("has_paid", domain.hasPaid());
        fields.put("is_active", domain.isActive());
        fields.put("is_primary", domain.isPrimary());
        fields.put("is_verified", domain.isVerified());
        fields.put("is_locked", domain.isLocked());
        fields.put("created_at", domain.createdAt());
        fields.put("updated_at", domain.updatedAt());
        return fields;
    }

    static Map<String, @Nullable Object> of(Injectable injectable) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", injectable.id());
        fields.put("slug", injectable.slug());
        fields.put("title", injectable.title());
        fields.put("project_id", injectable.projectId());
        fields.put("type", injectable.type());
        fields.put("mode", injectable.mode());
        fields.put("target_path", injectable.targetPath());
        fields.put("file_path", injectable.filePath());
        fields.put("content_hash", injectable.contentHash());
        fields.put("validate_endpoint", injectable.validateEndpoint());
        fields.put("only_if_paid", injectable.onlyIfPaid());
        fields.put("is_active", injectable.isActive());
        fields.put("meta", injectable.meta());
        fields.put("last_delivered_at", injectable.lastDeliveredAt());
        fields.put("created_at", injectable.createdAt());
        fields.put("updated_at", injectable.updatedAt());
        return fields;
    }

    static Map<String, @Nullable Object> of(Verdict verdict) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Allowed allowed) {
            fields.put("verdict", "allowed");
            fields.put("reason", allowed.source().name().toLowerCase(Locale.ROOT));
        } else if (verdict instanceof Verdict.Denied denied) {
            fields.put("verdict", "denied");
            fields.put("reason", denied.reason().id());
        } else if (verdict instanceof Verdict.Unknown unknown) {
            fields.put("verdict", "unknown");
            fields.put("reason", unknown.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        fields.put("message", verdict.message());
        return fields;
    }
}
