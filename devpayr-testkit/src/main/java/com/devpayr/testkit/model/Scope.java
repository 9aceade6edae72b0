package com.devpayr.testkit.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A permission of an API key.
 *
 * <p>Source: {@code docs/wire-contract.md}, Credentials. The names are our decision, since the platform documents none.
 */
public enum Scope {
    /** List and get projects. */
    PROJECTS_READ,
    /** Create, update and delete projects. */
    PROJECTS_WRITE,
    /** List and get domains. */
    DOMAINS_READ,
    /** Create, update and delete domains. */
    DOMAINS_WRITE,
    /** List and get licenses. */
    LICENSES_READ,
    /** Create, update, revoke, reactivate and delete licenses. */
    LICENSES_WRITE,
    /** List and get injectables. */
    INJECTABLES_READ,
    /** Create, update and delete injectables. */
    INJECTABLES_WRITE,
    /** Get the payment status. */
    PAYMENTS_READ;

    /** Returns all scopes. */
    public static Set<Scope> all() {
        return EnumSet.allOf(Scope.class);
    }

    /** Returns the name of the scope, such as {@code licenses:read}. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
