package com.devpayr.jackson.internal;

import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.secret.LicenseKey;
import java.time.Instant;
import java.util.List;

/** Reads a {@link License}. */
final class LicenseReader extends ObjectReader<License> {
    private final Field<Long> id = field("id", ValueReaders::integer);
    private final Field<LicenseKey> key = field("uuid", ValueReaders.of(LicenseKey::of));
    private final Field<Long> projectId = field("project_id", ValueReaders::integer);
    private final Field<String> title = field("title", ValueReaders::text);
    private final Field<Long> domainId = field("domain_id", ValueReaders::integer);
    private final Field<LicenseStatus> status = field("status", ValueReaders.of(LicenseStatus::new));
    private final Field<Instant> expiresAt = field("expires_at", ValueReaders::time);
    private final Field<Integer> maxDomains = field("max_domains", ValueReaders::smallInteger);
    private final Field<Integer> maxSubdomainsPerDomain =
            field("max_subdomains_per_domain", ValueReaders::smallInteger);
    private final Field<Integer> maxUsagePerDay = field("max_usage_per_day", ValueReaders::smallInteger);
    private final Field<List<String>> allowedIps = field("allowed_ips", ValueReaders::texts);
    private final Field<List<String>> allowedCountries = field("allowed_countries", ValueReaders::texts);
    private final Field<Boolean> isTestLicense = field("is_test_license", ValueReaders::bool);
    private final Field<Boolean> allowConfigs = field("allow_configs", ValueReaders::bool);
    private final Field<Instant> createdAt = field("created_at", ValueReaders::time);
    private final Field<Instant> updatedAt = field("updated_at", ValueReaders::time);

    @Override
    License create(Values values) {
        return License.builder(values.get(id, 0L), values.require(key))
                .projectId(values.get(projectId))
                .title(values.get(title))
                .domainId(values.get(domainId))
                .status(values.get(status))
                .expiresAt(values.get(expiresAt))
                .maxDomains(values.get(maxDomains))
                .maxSubdomainsPerDomain(values.get(maxSubdomainsPerDomain))
                .maxUsagePerDay(values.get(maxUsagePerDay))
                .allowedIps(values.get(allowedIps, List.of()))
                .allowedCountries(values.get(allowedCountries, List.of()))
                .isTestLicense(values.get(isTestLicense))
                .allowConfigs(values.get(allowConfigs))
                .createdAt(values.get(createdAt))
                .updatedAt(values.get(updatedAt))
                .build();
    }
}
