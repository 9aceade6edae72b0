package com.devpayr.license;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.KnownFields;
import com.devpayr.internal.model.Preconditions;
import com.devpayr.internal.model.RequestBodies;

/**
 * A license to issue.
 *
 * <pre>{@code
 * License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro, ACME Inc.").maxDomains(3).build());
 * }</pre>
 *
 * <p>A limit that is not set takes the default of the vendor's account. To issue a license without a limit whatever the
 * account's default, call {@code unlimitedDomains()} and the like, which send null; DevPayr documents the default, but not
 * null, which is the client's assumption.
 *
 * <p>Source: {@code docs/wire-contract.md}, Licenses.
 */
public final class LicenseDraft extends LicenseFields {
    static {
        RequestBodies.register(LicenseDraft.class, draft -> draft.body);
    }

    private LicenseDraft(Builder builder) {
        super(builder.body.build());
    }

    /**
     * Returns a builder for a draft.
     *
     * @param title title, not blank, at most 255 characters, unique in the project
     * @throws com.devpayr.error.InvalidRequestException if the title is blank
     */
    public static Builder builder(String title) {
        return new Builder(title);
    }

    /** Returns the title. */
    public String title() {
        return requireNonNull(body.value("title", String.class));
    }

    /** Returns whether the license has no limit of base domains, whatever the account's default. */
    public boolean hasUnlimitedDomains() {
        return body.isCleared("max_domains");
    }

    /** Returns whether the license has no limit of subdomains, whatever the account's default. */
    public boolean hasUnlimitedSubdomainsPerDomain() {
        return body.isCleared("max_subdomains_per_domain");
    }

    /** Returns whether the license has no limit of daily license checks, whatever the account's default. */
    public boolean hasUnlimitedUsagePerDay() {
        return body.isCleared("max_usage_per_day");
    }

    /** Builder for {@link LicenseDraft}. */
    public static final class Builder extends LicenseFields.Builder<Builder> {
        private static final KnownFields FIELDS = KNOWN.with("builder", "title");

        private Builder(String title) {
            super(FIELDS);
            body.set("title", Preconditions.text("title", title));
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets no limit of base domains, in place of the account's default. */
        public Builder unlimitedDomains() {
            body.clear("max_domains");
            return this;
        }

        /** Sets no limit of subdomains of each base domain, in place of the account's default. */
        public Builder unlimitedSubdomainsPerDomain() {
            body.clear("max_subdomains_per_domain");
            return this;
        }

        /** Sets no limit of license checks per UTC day, in place of the account's default. */
        public Builder unlimitedUsagePerDay() {
            body.clear("max_usage_per_day");
            return this;
        }

        /** Returns the draft. */
        public LicenseDraft build() {
            return new LicenseDraft(this);
        }
    }
}
