package com.devpayr.payment;

import com.devpayr.internal.wire.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose payment is asked for.
 *
 * <pre>{@code
 * PaymentStatus status = devpayr.runtime().checkPayment(PaymentQuery.ofProject().withInjectables());
 * }</pre>
 *
 * <p>Source: wire contract, section 3, payment status.
 */
public final class PaymentQuery implements Query {
    private static final PaymentQuery PROJECT = new PaymentQuery(true, false);
    private static final PaymentQuery DOMAIN = new PaymentQuery(false, false);

    private final boolean project;
    private final boolean injectables;

    private PaymentQuery(boolean project, boolean injectables) {
        this.project = project;
        this.injectables = injectables;
    }

    /** The project's own state, whatever the calling domain: what DevPayr's official SDKs ask. */
    public static PaymentQuery ofProject() {
        return PROJECT;
    }

    /** The state of the domain that the license is pinned to, else of the calling domain. */
    public static PaymentQuery ofDomain() {
        return DOMAIN;
    }

    /** The same question, with the injectables in the answer when paid. */
    public PaymentQuery withInjectables() {
        return new PaymentQuery(project, true);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (project) {
            parameters.put("action", "check_project");
        }
        if (injectables) {
            parameters.put("include", "injectables");
        }
        return parameters;
    }

    @Override
    public String toString() {
        return "PaymentQuery" + parameters();
    }
}
