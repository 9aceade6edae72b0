package com.devpayr.license;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBody;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a draft and an update of a license have in common. */
abstract class LicenseFields {
    /** The fields with methods that the builders have in common. */
    static final KnownFields KNOWN = KnownFields.of(
            "domain_id",
            "expires_at",
            "max_domains",
            "max_subdomains_per_domain",
            "max_usage_per_day",
            "allowed_ips",
            "allowed_countries",
            "is_test_license",
            "allow_configs",
            "validate_against");

    final RequestBody body;

    LicenseFields(RequestBody body) {
        this.body = body;
    }

    /** Returns the ID of the only domain of the project that the license is valid for, or null if not set. */
    public @Nullable Long domainId() {
        return body.value("domain_id", Long.class);
    }

    /** Returns the expiration time, or null if not set. */
    public @Nullable Instant expiresAt() {
        return body.value("expires_at", Instant.class);
    }

    /** Returns the maximum number of base domains, or null if not set. */
    public @Nullable Integer maxDomains() {
        return body.value("max_domains", Integer.class);
    }

    /** Returns the maximum number of subdomains of each base domain, or null if not set. */
    public @Nullable Integer maxSubdomainsPerDomain() {
        return body.value("max_subdomains_per_domain", Integer.class);
    }

    /** Returns the maximum number of license checks per UTC day, or null if not set. */
    public @Nullable Integer maxUsagePerDay() {
        return body.value("max_usage_per_day", Integer.class);
    }

    /** Returns the IP addresses that the application may run on, or null if not set; unmodifiable. */
    public @Nullable List<String> allowedIps() {
        return list("allowed_ips");
    }

    /**
     * Returns the two-letter codes of the countries that the application may run in, or null if not set; unmodifiable.
     */
    public @Nullable List<String> allowedCountries() {
        return list("allowed_countries");
    }

    /** Returns whether the license is valid on test domains only, or null if not set. */
    public @Nullable Boolean isTestLicense() {
        return body.value("is_test_license", Boolean.class);
    }

    /** Returns whether the license accepts configuration options at run time, or null if not set. */
    public @Nullable Boolean allowConfigs() {
        return body.value("allow_configs", Boolean.class);
    }

    /** Returns the domains that the license is validated against, or null if not set. */
    public @Nullable DomainValidation validateAgainst() {
        return body.value("validate_against", DomainValidation.class);
    }

    private @Nullable List<String> list(String name) {
        String joined = body.value(name, String.class);
        if (joined == null) {
            return null;
        }
        return joined.isEmpty() ? List.of() : List.of(joined.split(",", -1));
    }

    /** Returns the fields that this version of the library does not know, by their names in JSON; unmodifiable. */
    public Map<String, @Nullable Object> extra() {
        return body.extra();
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // a draft and an update with the same fields are not equal
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((LicenseFields) other).body.equals(body);
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + body;
    }

    /** Builder of the fields that they have in common. */
    abstract static class Builder<B extends Builder<B>> {
        final RequestBody.Builder body = RequestBody.builder();
        private final KnownFields known;

        Builder(KnownFields known) {
            this.known = known;
        }

        abstract B self();

        /**
         * Sets a field that this version of the library does not know, for example because DevPayr has added it since.
         *
         * @param name name in JSON
         * @param value String, Boolean, number, List, Map with String keys, or null; copied
         * @throws com.devpayr.error.InvalidRequestException if there is a method for the field, which the message names, or
         *     JSON cannot represent the value
         */
        public B extra(String name, @Nullable Object value) {
            body.extra(known, name, value);
            return self();
        }

        /** Sets the ID of the only domain of the project that the license is valid for. */
        public B domainId(long domainId) {
            body.set("domain_id", Preconditions.id("domain_id", domainId));
            return self();
        }

        /** Sets the expiration time, which must be in the future. */
        public B expiresAt(Instant expiresAt) {
            body.set("expires_at", expiresAt);
            return self();
        }

        /** Sets the maximum number of base domains, 0 or more. */
        public B maxDomains(int maximum) {
            body.set("max_domains", Preconditions.notNegative("max_domains", maximum));
            return self();
        }

        /** Sets the maximum number of subdomains of each base domain, 0 or more. */
        public B maxSubdomainsPerDomain(int maximum) {
            body.set("max_subdomains_per_domain", Preconditions.notNegative("max_subdomains_per_domain", maximum));
            return self();
        }

        /** Sets the maximum number of license checks per UTC day, 0 or more. */
        public B maxUsagePerDay(int maximum) {
            body.set("max_usage_per_day", Preconditions.notNegative("max_usage_per_day", maximum));
            return self();
        }

        /** Sets the IP addresses that the application may run on. */
        public B allowedIps(Collection<String> addresses) {
            body.set("allowed_ips", String.join(",", Preconditions.present("allowed_ips", addresses)));
            return self();
        }

        /** Sets the two-letter codes of the countries that the application may run in. */
        public B allowedCountries(Collection<String> countries) {
            body.set("allowed_countries", String.join(",", Preconditions.present("allowed_countries", countries)));
            return self();
        }

        /** Sets whether the license is valid on test domains only. */
        public B isTestLicense(boolean isTestLicense) {
            body.set("is_test_license", isTestLicense);
            return self();
        }

        /** Sets whether the license accepts configuration options at run time. */
        public B allowConfigs(boolean allowConfigs) {
            body.set("allow_configs", allowConfigs);
            return self();
        }

        /** Sets the domains that the license is validated against. */
        public B validateAgainst(DomainValidation domains) {
            body.set("validate_against", domains);
            return self();
        }
    }
}
