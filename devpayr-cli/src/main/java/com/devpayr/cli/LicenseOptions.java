package com.devpayr.cli;

import com.devpayr.license.DomainValidation;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that creating and updating a license have in common. */
final class LicenseOptions {
    @Option(
            names = "--domain-id",
            paramLabel = "ID",
            converter = Conversions.Id.class,
            description = "ID of the only domain that the license is valid for.")
    @Nullable
    Long domainId;

    @Option(
            names = "--expires-at",
            paramLabel = "TIME",
            description = "Expiration time in UTC, such as 2027-01-31 or 2027-01-31T12:00:00Z.")
    @Nullable
    Instant expiresAt;

    @Option(names = "--max-domains", paramLabel = "N", description = "Maximum number of base domains.")
    @Nullable
    Integer maxDomains;

    @Option(
            names = "--max-subdomains",
            paramLabel = "N",
            description = "Maximum number of subdomains of each base domain.")
    @Nullable
    Integer maxSubdomains;

    @Option(names = "--max-usage", paramLabel = "N", description = "Maximum number of license checks per UTC day.")
    @Nullable
    Integer maxUsage;

    @Option(
            names = "--allowed-ip",
            paramLabel = "ADDRESS",
            split = ",",
            description = "IP addresses that the application may run on.")
    List<String> allowedIps = List.of();

    @Option(
            names = "--allowed-country",
            paramLabel = "CODE",
            split = ",",
            description = "Two-letter codes of the countries that the application may run in.")
    List<String> allowedCountries = List.of();

    @Option(
            names = "--test",
            negatable = true,
            fallbackValue = "true",
            description = "Whether the license is valid on test domains only.")
    @Nullable
    Boolean test;

    @Option(
            names = "--allow-configs",
            negatable = true,
            fallbackValue = "true",
            description = "Whether the license accepts configuration options at run time.")
    @Nullable
    Boolean allowConfigs;

    @Option(
            names = "--validate-against",
            paramLabel = "DOMAINS",
            description = "Domains that the license is accepted on: project_domains or license_domains.")
    @Nullable
    String validateAgainst;

    LicenseDraft.Builder apply(LicenseDraft.Builder draft) {
        Optionally.set(domainId, draft::domainId);
        Optionally.set(expiresAt, draft::expiresAt);
        Optionally.set(maxDomains, draft::maxDomains);
        Optionally.set(maxSubdomains, draft::maxSubdomainsPerDomain);
        Optionally.set(maxUsage, draft::maxUsagePerDay);
        Optionally.set(allowedIps.isEmpty() ? null : allowedIps, draft::allowedIps);
        Optionally.set(allowedCountries.isEmpty() ? null : allowedCountries, draft::allowedCountries);
        Optionally.set(test, draft::isTestLicense);
        Optionally.set(allowConfigs, draft::allowConfigs);
        Optionally.set(validateAgainst, domains -> draft.validateAgainst(new DomainValidation(domains)));
        return draft;
    }

    LicenseUpdate.Builder apply(LicenseUpdate.Builder update) {
        Optionally.set(domainId, update::domainId);
        Optionally.set(expiresAt, update::expiresAt);
        Optionally.set(maxDomains, update::maxDomains);
        Optionally.set(maxSubdomains, update::maxSubdomainsPerDomain);
        Optionally.set(maxUsage, update::maxUsagePerDay);
        Optionally.set(allowedIps.isEmpty() ? null : allowedIps, update::allowedIps);
        Optionally.set(allowedCountries.isEmpty() ? null : allowedCountries, update::allowedCountries);
        Optionally.set(test, update::isTestLicense);
        Optionally.set(allowConfigs, update::allowConfigs);
        Optionally.set(validateAgainst, domains -> update.validateAgainst(new DomainValidation(domains)));
        return update;
    }
}
