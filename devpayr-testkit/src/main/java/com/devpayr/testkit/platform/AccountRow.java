package com.devpayr.testkit.platform;

import org.jspecify.annotations.Nullable;

/** A vendor's account, with the limits of its plan. */
public final class AccountRow {
    /** Its number, 1 or more. */
    public final long id;

    /** What it is called. */
    public final String name;

    /** How many projects its plan allows; null for any number. */
    public @Nullable Integer maxProjects;

    /** How many domains its plan allows in each project; null for any number. */
    public @Nullable Integer maxDomains;

    /** Whether its plan allows API keys for all of its projects. */
    public boolean allowsGlobalKeys = true;

    AccountRow(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
