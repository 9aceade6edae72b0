package com.devpayr.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query for the payment status of the project or of a domain.
 *
 * <pre>{@code
 * PaymentStatus status = devpayr.runtime().checkPayment(PaymentQuery.ofProject().withInjectables());
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Payment status.
 */
public final class PaymentQuery {
    private static final PaymentQuery PROJECT = new PaymentQuery(true, false);
    private static final PaymentQuery DOMAIN = new PaymentQuery(false, false);

    private final boolean forProject;
    private final boolean includesInjectables;

    private PaymentQuery(boolean forProject, boolean includesInjectables) {
        this.forProject = forProject;
        this.includesInjectables = includesInjectables;
    }

    /** Returns a query for the status of the project, regardless of the domain. DevPayr's official SDKs use this one. */
    public static PaymentQuery ofProject() {
        return PROJECT;
    }

    /** Returns a query for the status of the domain that the license is restricted to, or else of the calling domain. */
    public static PaymentQuery ofDomain() {
        return DOMAIN;
    }

    /** Returns a copy that also requests the application's injectables, which DevPayr sends if the status is paid. */
    public PaymentQuery withInjectables() {
        return new PaymentQuery(forProject, true);
    }

    /** Returns whether the query is for the project rather than for a domain. */
    public boolean isForProject() {
        return forProject;
    }

    /** Returns whether the injectables are requested too. */
    public boolean includesInjectables() {
        return includesInjectables;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaymentQuery that
                && forProject == that.forProject
                && includesInjectables == that.includesInjectables;
    }

    @Override
    public int hashCode() {
        return Objects.hash(forProject, includesInjectables);
    }

    @Override
    public String toString() {
        return "PaymentQuery[forProject=" + forProject + ", includesInjectables=" + includesInjectables + "]";
    }
}
