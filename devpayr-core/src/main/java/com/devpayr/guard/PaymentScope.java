package com.devpayr.guard;

import com.devpayr.payment.PaymentQuery;

/**
 * The scope of the payment that a {@link LicenseGuard} checks. In either scope DevPayr also checks the license itself and
 * denies a license that is revoked, expired, or used in the wrong environment or from the wrong domain, address or country.
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status and Runtime enforcement.
 */
public enum PaymentScope {
    /**
     * The project must be paid for, whichever domain the request comes from. The default; DevPayr's official SDKs check the
     * same ({@code action=check_project}).
     */
    PROJECT,
    /**
     * The domain must be paid for: the domain that the license is pinned to, otherwise the domain that the request comes
     * from. For vendors who sell per domain. A domain that DevPayr does not know counts as unpaid even if the project is
     * paid for.
     */
    DOMAIN;

    PaymentQuery query() {
        return this == PROJECT ? PaymentQuery.ofProject() : PaymentQuery.ofDomain();
    }
}
