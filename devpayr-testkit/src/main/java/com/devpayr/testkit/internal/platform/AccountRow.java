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

    AccountRow(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
