package com.devpayr.license;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.ExtraFields;
import com.devpayr.internal.model.FieldValues;
import com.devpayr.secret.LicenseKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A license: permission for one customer to run the application.
 *
 * <p>A class with a builder rather than a record, so that fields can be added without breaking callers.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses. Only ID and key are certain; everything else may be null.
 */
public final class License {
    private final long id;
    private final LicenseKey key;
    private final @Nullable Long projectId;
    private final @Nullable String title;
    private final @Nullable Long domainId;
    private final @Nullable LicenseStatus status;
    private final @Nullable Instant expiresAt;
    private final @Nullable Integer maxDomains;
    private final @Nullable Integer maxSubdomainsPerDomain;
    private final @Nullable Integer maxUsagePerDay;
    private final List<String> allowedIps;
    private final List<String> allowedCountries;
    private final @Nullable Boolean isTestLicense;
    private final @Nullable Boolean allowConfigs;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant updatedAt;
    private final Map<String, @Nullable Object> extra;

    private License(Builder builder) {
        if (builder.id < 1) {
            throw new IllegalArgumentException("id is missing or not positive");
        }
        this.id = builder.id;
        this.key = requireNonNull(builder.key, "uuid");
        this.projectId = builder.projectId;
        this.title = builder.title;
        this.domainId = builder.domainId;
        this.status = builder.status;
        this.expiresAt = builder.expiresAt;
        this.maxDomains = builder.maxDomains;
        this.maxSubdomainsPerDomain = builder.maxSubdomainsPerDomain;
        this.maxUsagePerDay = builder.maxUsagePerDay;
        this.allowedIps = builder.allowedIps;
        this.allowedCountries = builder.allowedCountries;
        this.isTestLicense = builder.isTestLicense;
        this.allowConfigs = builder.allowConfigs;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.extra = ExtraFields.copyOf(builder.extra);
    }

    /**
     * Returns a builder for a license.
     *
     * @param id numeric ID, 1 or more
     * @param key license key
     */
    public static Builder builder(long id, LicenseKey key) {
        return new Builder().id(id).key(key);
    }

    /** Returns the numeric ID, 1 or more. */
    public long id() {
        return id;
    }

    /** Returns the license key, {@code uuid} in JSON, that the licensed application is configured with. */
    public LicenseKey key() {
        return key;
    }

    /** Returns the ID of the project, or null if unknown. */
    public @Nullable Long projectId() {
        return projectId;
    }

    /** Returns the title that the vendor gave the license, or null if there is none. */
    public @Nullable String title() {
        return title;
    }

    /**
     * Returns the ID of the only domain that the license is valid for, or null if it is valid for all domains of the
     * project.
     */
    public @Nullable Long domainId() {
        return domainId;
    }

    /** Returns the status, or null if unknown. */
    public @Nullable LicenseStatus status() {
        return status;
    }

    /** Returns the expiration time, or null if the license does not expire. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }

    /** Returns the maximum number of base domains, or null if unlimited or unknown. */
    public @Nullable Integer maxDomains() {
        return maxDomains;
    }

    /** Returns the maximum number of subdomains of each base domain, or null if unlimited or unknown. */
    public @Nullable Integer maxSubdomainsPerDomain() {
        return maxSubdomainsPerDomain;
    }

    /** Returns the maximum number of license checks per UTC day, or null if unlimited or unknown. */
    public @Nullable Integer maxUsagePerDay() {
        return maxUsagePerDay;
    }

    /** Returns the IP addresses that the application may run on; unmodifiable; empty if any address is allowed. */
    public List<String> allowedIps() {
        return allowedIps;
    }

    /**
     * Returns the two-letter codes of the countries that the application may run in; unmodifiable; empty if any country
     * is allowed.
     */
    public List<String> allowedCountries() {
        return allowedCountries;
    }

    /** Returns whether the license is valid on test domains only, or null if unknown. */
    public @Nullable Boolean isTestLicense() {
        return isTestLicense;
    }

    /** Returns whether the license accepts configuration options at run time, or null if unknown. */
    public @Nullable Boolean allowConfigs() {
        return allowConfigs;
    }

    /** Returns the creation time, or null if unknown. */
    public @Nullable Instant createdAt() {
        return createdAt;
    }

    /** Returns the time of the last change, or null if unknown. */
    public @Nullable Instant updatedAt() {
        return updatedAt;
    }

    /**
     * Returns the fields of the response that this version of the library does not know, by their names in JSON; unmodifiable,
     * usually empty. {@code equals} compares them; {@code toString} shows their names only.
     */
    public Map<String, @Nullable Object> extra() {
        return extra;
    }

    private FieldValues values() {
        return FieldValues.of(
                        "id", id,
                        "key", key,
                        "projectId", projectId,
                        "title", title,
                        "domainId", domainId,
                        "status", status,
                        "expiresAt", expiresAt,
                        "maxDomains", maxDomains,
                        "maxSubdomainsPerDomain", maxSubdomainsPerDomain,
                        "maxUsagePerDay", maxUsagePerDay,
                        "allowedIps", allowedIps,
                        "allowedCountries", allowedCountries,
                        "isTestLicense", isTestLicense,
                        "allowConfigs", allowConfigs,
                        "createdAt", createdAt,
                        "updatedAt", updatedAt)
                .withExtra(extra);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof License that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString("License");
    }

    /** Builder for {@link License}. */
    public static final class Builder {
        private long id;
        private @Nullable LicenseKey key;
        private @Nullable Long projectId;
        private @Nullable String title;
        private @Nullable Long domainId;
        private @Nullable LicenseStatus status;
        private @Nullable Instant expiresAt;
        private @Nullable Integer maxDomains;
        private @Nullable Integer maxSubdomainsPerDomain;
        private @Nullable Integer maxUsagePerDay;
        private List<String> allowedIps = List.of();
        private List<String> allowedCountries = List.of();
        private @Nullable Boolean isTestLicense;
        private @Nullable Boolean allowConfigs;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, @Nullable Object> extra = Map.of();

        private Builder() {}

        private Builder id(long id) {
            this.id = id;
            return this;
        }

        private Builder key(LicenseKey key) {
            this.key = key;
            return this;
        }

        /** Sets the ID of the project. */
        public Builder projectId(@Nullable Long projectId) {
            this.projectId = projectId;
            return this;
        }

        /** Sets the title that the vendor gave the license. */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /** Sets the ID of the only domain that the license is valid for. */
        public Builder domainId(@Nullable Long domainId) {
            this.domainId = domainId;
            return this;
        }

        /** Sets the status. */
        public Builder status(@Nullable LicenseStatus status) {
            this.status = status;
            return this;
        }

        /** Sets the expiration time. */
        public Builder expiresAt(@Nullable Instant expiresAt) {
            this.expiresAt = expiresAt;
            return this;
        }

        /** Sets the maximum number of base domains. */
        public Builder maxDomains(@Nullable Integer maxDomains) {
            this.maxDomains = maxDomains;
            return this;
        }

        /** Sets the maximum number of subdomains of each base domain. */
        public Builder maxSubdomainsPerDomain(@Nullable Integer maxSubdomainsPerDomain) {
            this.maxSubdomainsPerDomain = maxSubdomainsPerDomain;
            return this;
        }

        /** Sets the maximum number of license checks per UTC day. */
        public Builder maxUsagePerDay(@Nullable Integer maxUsagePerDay) {
            this.maxUsagePerDay = maxUsagePerDay;
            return this;
        }

        /** Sets the IP addresses that the application may run on; empty by default. */
        public Builder allowedIps(List<String> allowedIps) {
            this.allowedIps = List.copyOf(requireNonNull(allowedIps, "allowed_ips"));
            return this;
        }

        /** Sets the two-letter codes of the countries that the application may run in; empty by default. */
        public Builder allowedCountries(List<String> allowedCountries) {
            this.allowedCountries = List.copyOf(requireNonNull(allowedCountries, "allowed_countries"));
            return this;
        }

        /** Sets whether the license is valid on test domains only. */
        public Builder isTestLicense(@Nullable Boolean isTestLicense) {
            this.isTestLicense = isTestLicense;
            return this;
        }

        /** Sets whether the license accepts configuration options at run time. */
        public Builder allowConfigs(@Nullable Boolean allowConfigs) {
            this.allowConfigs = allowConfigs;
            return this;
        }

        /** Sets the creation time. */
        public Builder createdAt(@Nullable Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /** Sets the time of the last change. */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /** Sets a field that this version of the library does not know, by its name in JSON. */
        public Builder extra(String name, @Nullable Object value) {
            extra = ExtraFields.add(extra, name, value);
            return this;
        }

        /** Returns the license. */
        public License build() {
            return new License(this);
        }
    }
}
