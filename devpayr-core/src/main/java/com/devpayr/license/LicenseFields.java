package com.devpayr.license;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;
import java.time.Instant;
import java.util.Collection;

/** The fields that a draft and an update of a license share. */
abstract class LicenseFields<B extends LicenseFields<B>> extends Fields.Builder<B> {
    /** Pins it to one domain of its project. */
    public B domainId(long domainId) {
        return set("domain_id", Preconditions.id("domain_id", domainId));
    }

    /** When it ends; in the future. */
    public B expiresAt(Instant expiresAt) {
        return set("expires_at", expiresAt);
    }

    /** How many base domains it may run on, 0 or more. */
    public B maxDomains(int maxDomains) {
        return set("max_domains", Preconditions.notNegative("max_domains", maxDomains));
    }

    /** How many subdomains of each base domain it may run on, 0 or more. */
    public B maxSubdomainsPerDomain(int maximum) {
        return set("max_subdomains_per_domain", Preconditions.notNegative("max_subdomains_per_domain", maximum));
    }

    /** How many checks it may make in a UTC day, 0 or more. */
    public B maxUsagePerDay(int maximum) {
        return set("max_usage_per_day", Preconditions.notNegative("max_usage_per_day", maximum));
    }

    /** The only addresses that it may run on, compared exactly. */
    public B allowedIps(Collection<String> addresses) {
        return set("allowed_ips", String.join(",", Preconditions.present("allowed_ips", addresses)));
    }

    /** The only countries that it may run in, as two-letter codes. */
    public B allowedCountries(Collection<String> countries) {
        return set("allowed_countries", String.join(",", Preconditions.present("allowed_countries", countries)));
    }

    /** Whether it works on test domains only. */
    public B isTestLicense(boolean isTestLicense) {
        return set("is_test_license", isTestLicense);
    }

    /** Whether it may fetch configuration. */
    public B allowConfigs(boolean allowConfigs) {
        return set("allow_configs", allowConfigs);
    }
}
