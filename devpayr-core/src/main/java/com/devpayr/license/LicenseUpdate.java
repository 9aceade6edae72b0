package com.devpayr.license;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a license. Only fields that are set or cleared change; a cleared limit becomes unlimited.
 *
 * <pre>{@code
 * devpayr.licenses().update(projectId, licenseId, LicenseUpdate.builder().maxDomains(5).clearExpiresAt().build());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public final class LicenseUpdate extends LicenseFields {
    static {
        RequestBodies.register(LicenseUpdate.class, update -> update.body);
    }

    private LicenseUpdate(Builder builder) {
        super(builder.body.build());
    }

    /** Returns a builder for an update that changes nothing so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the title, or null if not set. */
    public @Nullable String title() {
        return body.value("title", String.class);
    }

    /** Returns whether the update removes the restriction to one domain. */
    public boolean clearsDomainId() {
        return body.isCleared("domain_id");
    }

    /** Returns whether the update removes the expiration time. */
    public boolean clearsExpiresAt() {
        return body.isCleared("expires_at");
    }

    /** Returns whether the update removes the limit of base domains. */
    public boolean clearsMaxDomains() {
        return body.isCleared("max_domains");
    }

    /** Returns whether the update removes the limit of subdomains. */
    public boolean clearsMaxSubdomainsPerDomain() {
        return body.isCleared("max_subdomains_per_domain");
    }

    /** Returns whether the update removes the limit of daily license checks. */
    public boolean clearsMaxUsagePerDay() {
        return body.isCleared("max_usage_per_day");
    }

    /** Returns whether the update removes the restriction to IP addresses. */
    public boolean clearsAllowedIps() {
        return body.isCleared("allowed_ips");
    }

    /** Returns whether the update removes the restriction to countries. */
    public boolean clearsAllowedCountries() {
        return body.isCleared("allowed_countries");
    }

    /** Builder for {@link LicenseUpdate}. */
    public static final class Builder extends LicenseFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("title", "title");

        private Builder() {
            super(FIELDS);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the title, not blank, at most 255 characters, unique in the project. */
        public Builder title(String title) {
            body.set("title", Preconditions.text("title", title));
            return this;
        }

        /** Removes the restriction to one domain. */
        public Builder clearDomainId() {
            body.clear("domain_id");
            return this;
        }

        /** Removes the expiration time. */
        public Builder clearExpiresAt() {
            body.clear("expires_at");
            return this;
        }

        /** Removes the limit of base domains. */
        public Builder clearMaxDomains() {
            body.clear("max_domains");
            return this;
        }

        /** Removes the limit of subdomains. */
        public Builder clearMaxSubdomainsPerDomain() {
            body.clear("max_subdomains_per_domain");
            return this;
        }

        /** Removes the limit of daily license checks. */
        public Builder clearMaxUsagePerDay() {
            body.clear("max_usage_per_day");
            return this;
        }

        /** Removes the restriction to IP addresses. */
        public Builder clearAllowedIps() {
            body.clear("allowed_ips");
            return this;
        }

        /** Removes the restriction to countries. */
        public Builder clearAllowedCountries() {
            body.clear("allowed_countries");
            return this;
        }

        /** Returns the update. */
        public LicenseUpdate build() {
            return new LicenseUpdate(this);
        }
    }
}
