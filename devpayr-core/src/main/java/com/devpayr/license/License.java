package com.devpayr.license;

import static java.util.Objects.requireNonNull;

import com.devpayr.secret.LicenseKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license: a client's right to run a copy.
 *
 * <p>Source: wire contract, section 3, licenses: only {@code id} and {@code uuid} are certain, every other component
 * may be null. Components may be added in a minor version.
 *
 * @param id its number, 1 or more; what the backend calls it by
 * @param key its key, the wire's {@code uuid}; what the licensed copy holds
 * @param projectId its project's number
 * @param title what the vendor calls it
 * @param domainId the one domain that it is pinned to
 * @param status its state
 * @param expiresAt when it ends; null for never
 * @param maxDomains how many base domains it may run on; null for unlimited
 * @param maxSubdomainsPerDomain how many subdomains of each; null for unlimited
 * @param maxUsagePerDay how many checks a UTC day; null for unlimited
 * @param allowedIps the addresses that it may run on; empty for any
 * @param allowedCountries the two-letter countries that it may run in; empty for any
 * @param isTestLicense whether it works on test domains only
 * @param allowConfigs whether it may fetch configuration
 * @param createdAt when it was issued
 * @param updatedAt when it last changed
 */
public record License(
        long id,
        LicenseKey key,
        @Nullable Long projectId,
        @Nullable String title,
        @Nullable Long domainId,
        @Nullable LicenseStatus status,
        @Nullable Instant expiresAt,
        @Nullable Integer maxDomains,
        @Nullable Integer maxSubdomainsPerDomain,
        @Nullable Integer maxUsagePerDay,
        List<String> allowedIps,
        List<String> allowedCountries,
        @Nullable Boolean isTestLicense,
        @Nullable Boolean allowConfigs,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** Checks what is certain and copies the lists. */
    public License {
        if (id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        requireNonNull(key, "uuid");
        allowedIps = List.copyOf(requireNonNull(allowedIps, "allowed_ips"));
        allowedCountries = List.copyOf(requireNonNull(allowedCountries, "allowed_countries"));
    }
}
