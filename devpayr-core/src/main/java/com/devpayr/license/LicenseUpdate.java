package com.devpayr.license;

import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.Preconditions;

/**
 * Changes to a license: only what is set here is touched, and what is cleared becomes unlimited.
 *
 * <pre>{@code
 * devpayr.licenses().update(projectId, licenseId, LicenseUpdate.builder().maxDomains(5).clearExpiresAt().build());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, licenses, update: the route is our decision.
 */
public final class LicenseUpdate extends Fields {
    private LicenseUpdate(Builder builder) {
        super(builder);
    }

    /** An update that changes nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the changes. */
    public static final class Builder extends LicenseFields<Builder> {
        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        /** What the vendor calls it: not blank, at most 255 characters, unique in the project. */
        public Builder title(String title) {
            return set("title", Preconditions.text("title", title));
        }

        /** Unpins it from its domain. */
        public Builder clearDomainId() {
            return clear("domain_id");
        }

        /** Lets it last for ever. */
        public Builder clearExpiresAt() {
            return clear("expires_at");
        }

        /** Lifts the limit of base domains. */
        public Builder clearMaxDomains() {
            return clear("max_domains");
        }

        /** Lifts the limit of subdomains. */
        public Builder clearMaxSubdomainsPerDomain() {
            return clear("max_subdomains_per_domain");
        }

        /** Lifts the limit of daily checks. */
        public Builder clearMaxUsagePerDay() {
            return clear("max_usage_per_day");
        }

        /** Lets it run on any address. */
        public Builder clearAllowedIps() {
            return clear("allowed_ips");
        }

        /** Lets it run in any country. */
        public Builder clearAllowedCountries() {
            return clear("allowed_countries");
        }

        /** The update. */
        public LicenseUpdate build() {
            return new LicenseUpdate(this);
        }
    }
}
