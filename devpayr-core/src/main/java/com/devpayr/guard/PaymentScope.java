package com.devpayr.guard;

import com.devpayr.payment.PaymentQuery;

/**
 * Whose payment a {@link LicenseGuard} asks for. Whatever the scope, DevPayr checks the license first: revoked, expired,
 * wrong environment, wrong domain, address or country are refused in both.
 *
 * <p>Source: wire contract, section 3, payment status, and section 4.
 */
public enum PaymentScope {
    /**
     * The project must be paid for; which domain asks does not matter for the payment. What DevPayr's official SDKs ask
     * ({@code action=check_project}), and the default.
     */
    PROJECT,
    /**
     * The very domain must be paid for: the one that the license is pinned to, else the one that this copy calls from.
     * For vendors who sell per domain. A domain that DevPayr does not know is unpaid, also when the project is paid.
     */
    DOMAIN;

    PaymentQuery query() {
        return this == PROJECT ? PaymentQuery.ofProject() : PaymentQuery.ofDomain();
    }
}
