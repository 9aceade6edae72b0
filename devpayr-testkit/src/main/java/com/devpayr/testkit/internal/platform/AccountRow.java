package com.devpayr.testkit.internal.platform;

import org.jspecify.annotations.Nullable;

/** A stored account with the limits of its plan. */
public final class AccountRow {
    /** The id, 1 or more. */
    public final long id;

    /** The name. */
    public final String name;

    /** The maximum number of projects; null for no limit. */
    public @Nullable Integer maxProjects;

    /** The maximum number of domains per project; null for no limit. */
    public @Nullable Integer maxDomains;

    /** True if API keys for all projects are allowed. */
    public boolean allowsGlobalKeys = true;

    /** True if projects can be deleted. */
    public boolean allowsDeletingProjects = true;

    /** The {@code max_domains} of a license that is created without it; null for no limit. */
    public @Nullable Integer defaultMaxDomains;

    /** The {@code max_subdomains_per_domain} of a license that is created without it; null for no limit. */
    public @Nullable Integer defaultMaxSubdomainsPerDomain;

    /** The {@code max_usage_per_day} of a license that is created without it; null for no limit. */
    public @Nullable Integer defaultMaxUsagePerDay;

    /** The URL that webhooks of projects without a URL are sent to; null for none. */
    public @Nullable String webhookUrl;

    /** The secret that these webhooks are signed with; null for none. */
    public @Nullable String webhookSecret;

    AccountRow(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
